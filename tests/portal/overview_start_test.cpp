#include "overview_cast.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using foundation::Instant;
using portal::Standing;
using portal::overview::may_start;
using portal::overview::scopes;
using portal::overview::shown_tasks;
using portal::overview::Startable;

constexpr auto one_unit = 1us;

Startable start(Standing const& standing, Instant now = cast::noon(),
                std::string_view code = "aanmelden") {
    auto const catalogue = cast::catalogue();
    return may_start(*catalogue.task(code), standing, catalogue, cast::policy, now);
}

TEST(StartingATask, P9_5_is_allowed_when_everything_holds) {
    EXPECT_EQ(start(cast::standing()), Startable::yes);
}

TEST(StartingATask, P9_5_wants_a_role_that_opens_this_very_task) {
    EXPECT_EQ(start(cast::standing(), cast::noon(), "melden"), Startable::not_granted);
    auto nobody = cast::standing();
    nobody.grants.clear();
    EXPECT_EQ(start(nobody), Startable::not_granted);
}

TEST(StartingATask, P9_5_a_role_that_the_catalogue_no_longer_has_opens_nothing) {
    auto standing = cast::standing();
    standing.grants = {cast::grant("vergeten")};
    EXPECT_EQ(start(standing), Startable::not_granted);
}

TEST(StartingATask, P6_3_a_grant_holds_from_midnight_in_amsterdam_of_its_first_day) {
    auto standing = cast::standing();
    standing.grants.front().from = foundation::parse_iso_date("2026-11-23").value();
    auto const midnight = cast::at("2026-11-22T23:00:00Z");
    EXPECT_EQ(start(standing, midnight - one_unit), Startable::not_granted);
    EXPECT_EQ(start(standing, midnight), Startable::yes);
    EXPECT_EQ(start(standing, midnight + one_unit), Startable::yes);
}

TEST(StartingATask, P6_3_a_grant_holds_through_the_whole_of_its_last_day) {
    auto standing = cast::standing();
    standing.grants.front().until = foundation::parse_iso_date("2026-11-23").value();
    auto const midnight = cast::at("2026-11-23T23:00:00Z");
    EXPECT_EQ(start(standing, midnight - one_unit), Startable::yes);
    EXPECT_EQ(start(standing, midnight), Startable::not_granted);
    EXPECT_EQ(start(standing, midnight + one_unit), Startable::not_granted);
}

TEST(StartingATask, P9_5_a_withdrawn_grant_stops_at_the_moment_of_withdrawing) {
    auto standing = cast::standing();
    standing.grants.front().withdrawn_at = cast::noon();
    EXPECT_EQ(start(standing, cast::noon() - one_unit), Startable::yes);
    EXPECT_EQ(start(standing, cast::noon()), Startable::not_granted);
    EXPECT_EQ(start(standing, cast::noon() + one_unit), Startable::not_granted);
}

TEST(StartingATask, P9_5_stops_at_the_moment_the_account_ends) {
    auto standing = cast::standing();
    standing.account.ended_at = cast::noon();
    EXPECT_EQ(start(standing, cast::noon() - one_unit), Startable::yes);
    EXPECT_EQ(start(standing, cast::noon()), Startable::account_ended);
    EXPECT_EQ(start(standing, cast::noon() + one_unit), Startable::account_ended);
}

TEST(StartingATask, P9_5_stops_at_the_moment_the_organisation_ends) {
    auto standing = cast::standing();
    standing.organisation.ended_at = cast::noon();
    EXPECT_EQ(start(standing, cast::noon() - one_unit), Startable::yes);
    EXPECT_EQ(start(standing, cast::noon()), Startable::organisation_ended);
    EXPECT_EQ(start(standing, cast::noon() + one_unit), Startable::organisation_ended);
}

TEST(StartingATask, P9_5_wants_a_link_that_has_not_lapsed) {
    auto standing = cast::standing();
    auto const lapses = standing.account.link->lapses_at(cast::policy);
    EXPECT_EQ(start(standing, lapses - one_unit), Startable::yes);
    EXPECT_EQ(start(standing, lapses), Startable::unlinked);
    EXPECT_EQ(start(standing, lapses + one_unit), Startable::unlinked);
    standing.account.link.reset();
    EXPECT_EQ(start(standing), Startable::unlinked);
}

TEST(StartingATask, P3_2_wants_the_level_of_the_task_and_no_higher) {
    auto catalogue = cast::catalogue();
    catalogue.tasks.front().least_level = portal::AssuranceLevel::loa4;
    auto standing = cast::standing();
    auto const start_at = [&](portal::AssuranceLevel level) {
        standing.level = level;
        return may_start(catalogue.tasks.front(), standing, catalogue, cast::policy, cast::noon());
    };
    EXPECT_EQ(start_at(portal::AssuranceLevel::loa3), Startable::level_too_low);
    EXPECT_EQ(start_at(portal::AssuranceLevel::loa4), Startable::yes);
}

TEST(StartingATask, P9_5_what_is_shown_is_what_may_be_started_or_only_wants_a_higher_level) {
    auto catalogue = cast::catalogue();
    catalogue.tasks.at(1).least_level = portal::AssuranceLevel::loa4;
    auto const shown = shown_tasks(cast::standing(), catalogue, cast::policy, cast::noon());
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown.at(0)->code, "aanmelden");
    EXPECT_EQ(shown.at(1)->code, "resultaten");
    auto gone = cast::standing();
    gone.account.ended_at = cast::noon();
    EXPECT_TRUE(shown_tasks(gone, catalogue, cast::policy, cast::noon()).empty());
}

TEST(StartingATask, P6_1_the_scopes_are_those_of_the_live_grants_that_open_the_task_once_each) {
    auto standing = cast::standing();
    auto ended = cast::grant("examens", {{"brin", "99AC"}});
    ended.until = foundation::parse_iso_date("2026-11-22").value();
    standing.grants = {cast::grant("examens", {{"brin", "99AA"}}),
                       cast::grant("examens", {{"brin", "99AB"}}),
                       cast::grant("examens", {{"brin", "99AA"}}), ended, cast::grant("verzuim")};
    auto const catalogue = cast::catalogue();
    auto const found = scopes(*catalogue.task("aanmelden"), standing, catalogue, cast::noon());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found.at(0).at("brin"), "99AA");
    EXPECT_EQ(found.at(1).at("brin"), "99AB");
}

} // namespace
