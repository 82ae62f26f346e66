#include "overview_cast.h"

#include <gtest/gtest.h>

/// A mandate for one branch of the organisation (eherkenning.md 6.2, decision 0083).
namespace {

using portal::overview::may_start;
using portal::overview::scopes;
using portal::overview::shown_tasks;
using portal::overview::Startable;

std::string const north = "000012345678";
std::string const south = "000087654321";

portal::Catalogue with_branches() {
    auto all = cast::catalogue();
    all.attribute_types = {
        {.code = "brin", .name = {}, .format = "99AA"},
        {.code = "vestigingsnummer", .name = {}, .format = "999999999999", .names_branch = true}};
    return all;
}

Startable start(std::vector<portal::Grant> grants, std::optional<std::string> branch) {
    auto standing = cast::standing();
    standing.grants = std::move(grants);
    standing.branch_number = std::move(branch);
    auto const catalogue = with_branches();
    return may_start(*catalogue.task("aanmelden"), standing, catalogue, cast::policy, cast::noon());
}

portal::Grant for_branch(std::string const& number) {
    return cast::grant("examens", {{"vestigingsnummer", number}});
}

TEST(Branch, P3_2_only_a_role_for_the_very_branch_counts_under_a_limited_mandate) {
    EXPECT_EQ(start({for_branch(north)}, north), Startable::yes);
    EXPECT_EQ(start({for_branch(south)}, north), Startable::outside_branch);
    EXPECT_EQ(start({cast::grant("examens", {{"brin", "99AA"}})}, north),
              Startable::outside_branch);
    EXPECT_EQ(start({cast::grant("examens")}, north), Startable::outside_branch);
    EXPECT_EQ(start({cast::grant("examens", {{"brin", north}})}, north), Startable::outside_branch)
        << "a value that looks like it, of another type";
    EXPECT_EQ(start({for_branch(south), for_branch(north)}, north), Startable::yes);
}

TEST(Branch, P3_2_a_mandate_for_all_of_the_organisation_reaches_every_branch) {
    EXPECT_EQ(start({for_branch(north)}, std::nullopt), Startable::yes);
    EXPECT_EQ(start({cast::grant("examens", {{"brin", "99AA"}})}, std::nullopt), Startable::yes);
}

TEST(Branch, P3_2_the_branch_gives_nothing_that_was_not_granted) {
    EXPECT_EQ(start({}, north), Startable::not_granted);
    EXPECT_EQ(start({cast::grant("verzuim", {{"vestigingsnummer", north}})}, north),
              Startable::not_granted);
}

TEST(Branch, P3_2_a_task_outside_the_branch_is_not_shown_and_its_scope_is_no_choice) {
    auto standing = cast::standing();
    standing.grants = {for_branch(north), for_branch(south)};
    standing.branch_number = north;
    auto const catalogue = with_branches();
    auto const found = scopes(*catalogue.task("aanmelden"), standing, catalogue, cast::noon());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().at("vestigingsnummer"), north);
    EXPECT_EQ(shown_tasks(standing, catalogue, cast::policy, cast::noon()).size(), 2U);
    standing.grants = {for_branch(south)};
    EXPECT_TRUE(shown_tasks(standing, catalogue, cast::policy, cast::noon()).empty());
}

TEST(Branch, P3_2_a_higher_level_does_not_widen_the_branch) {
    auto catalogue = with_branches();
    catalogue.tasks.front().least_level = portal::AssuranceLevel::loa4;
    auto standing = cast::standing();
    standing.grants = {for_branch(south)};
    standing.branch_number = north;
    EXPECT_EQ(may_start(catalogue.tasks.front(), standing, catalogue, cast::policy, cast::noon()),
              Startable::outside_branch);
}

} // namespace
