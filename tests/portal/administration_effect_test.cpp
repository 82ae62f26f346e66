#include "authority_cast.h"
#include "portal/administration/grants.h"

#include <gtest/gtest.h>

namespace {

portal::Catalogue const catalogue = cast::desk::catalogue();
using portal::administration::tasks_lost;
using Tasks = std::vector<std::string>;

portal::Grant grant(std::string_view id, std::string const& role) {
    return {.id = portal::GrantId::parse(id).value(),
            .account = cast::account_id("nadia"),
            .role = role,
            .attributes = {},
            .from = foundation::in_amsterdam(cast::desk::today).date,
            .until = std::nullopt,
            .reason = "nieuw werk",
            .granted_by = cast::account_id("sanne"),
            .granted_at = cast::desk::today,
            .withdrawn_at = std::nullopt};
}

TEST(Withdrawing, P6_4_takes_the_tasks_that_no_other_grant_opens) {
    auto const everything = grant("a", "geheim");
    EXPECT_EQ(tasks_lost({everything}, everything, catalogue, cast::desk::today),
              (Tasks{"verzuim-melden", "rapporten"}));
    EXPECT_EQ(
        tasks_lost({everything, grant("b", "lezer")}, everything, catalogue, cast::desk::today),
        Tasks{"verzuim-melden"});
}

TEST(Withdrawing, P6_4_takes_nothing_while_the_same_role_is_held_for_another_attribute) {
    auto const one = grant("a", "lezer");
    EXPECT_EQ(tasks_lost({one, grant("b", "lezer")}, one, catalogue, cast::desk::today), Tasks{});
}

TEST(Withdrawing, P6_3_takes_nothing_of_a_grant_that_starts_tomorrow) {
    auto later = grant("a", "lezer");
    later.from = foundation::in_amsterdam(cast::desk::today + std::chrono::days{1}).date;
    EXPECT_EQ(tasks_lost({later}, later, catalogue, cast::desk::today), Tasks{});
}

TEST(Withdrawing, P6_3_does_not_count_on_a_grant_that_has_run_out) {
    auto const one = grant("a", "lezer");
    auto past = grant("b", "lezer");
    past.until = foundation::in_amsterdam(cast::desk::today - std::chrono::days{1}).date;
    EXPECT_EQ(tasks_lost({one, past}, one, catalogue, cast::desk::today), Tasks{"rapporten"});
}

} // namespace
