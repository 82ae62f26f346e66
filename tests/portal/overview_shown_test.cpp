#include "overview_cast.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using portal::AnnouncementWeight;
using portal::overview::applies;
using portal::overview::Choice;
using portal::overview::drawn_up;
using portal::overview::Overview;
using portal::overview::Preference;
using portal::overview::TaskUse;
using portal::overview::to_be_read_first;

constexpr auto one_unit = 1us;

Overview overview(portal::Catalogue const& catalogue, std::vector<TaskUse> const& uses,
                  std::vector<Preference> const& preferences = {},
                  std::set<std::string> const& read = {}) {
    return drawn_up(cast::standing(), catalogue, cast::policy, read, uses, preferences,
                    cast::noon());
}

std::vector<std::string> names(std::vector<portal::overview::Shortcut> const& shortcuts) {
    std::vector<std::string> all;
    for (auto const& one : shortcuts)
        all.push_back(one.task->code);
    return all;
}

std::vector<std::string> names(std::vector<portal::overview::ShownAnnouncement> const& shown) {
    std::vector<std::string> all;
    for (auto const& one : shown)
        all.push_back(one.announcement->code);
    return all;
}

using Names = std::vector<std::string>;

TEST(Overview, P4_1_shows_the_topics_with_a_task_in_the_order_of_the_catalogue) {
    auto const catalogue = cast::catalogue();
    auto const examens = overview(catalogue, {});
    ASSERT_EQ(examens.topics.size(), 1U);
    EXPECT_EQ(examens.topics.front().topic->code, "examens");
    EXPECT_EQ(examens.topics.front().tasks.size(), 2U);

    auto both = cast::standing();
    both.grants.push_back(cast::grant("verzuim"));
    auto const all = drawn_up(both, catalogue, cast::policy, {}, {}, {}, cast::noon());
    ASSERT_EQ(all.topics.size(), 2U);
    EXPECT_EQ(all.topics.front().topic->code, "verzuim");
}

TEST(Shortcuts, P4_2_what_was_used_most_comes_first) {
    auto const catalogue = cast::catalogue();
    auto const day_ago = cast::noon() - 24h;
    auto const shown = overview(
        catalogue, {{"aanmelden", day_ago}, {"resultaten", day_ago}, {"resultaten", day_ago}});
    EXPECT_EQ(names(shown.shortcuts), (Names{"resultaten", "aanmelden"}));
}

TEST(Shortcuts, P4_2_recent_use_weighs_more) {
    auto const catalogue = cast::catalogue();
    auto const shown = overview(catalogue, {{"aanmelden", cast::noon() - 24h * 80},
                                            {"aanmelden", cast::noon() - 24h * 79},
                                            {"resultaten", cast::noon() - 24h}});
    EXPECT_EQ(names(shown.shortcuts), (Names{"resultaten", "aanmelden"}));
}

TEST(Shortcuts, P4_2_a_use_weighs_half_after_thirty_days) {
    EXPECT_DOUBLE_EQ(portal::overview::weight_of_use(cast::noon(), cast::noon()), 1.0);
    EXPECT_DOUBLE_EQ(portal::overview::weight_of_use(cast::noon() - 24h * 30, cast::noon()), 0.5);
    EXPECT_DOUBLE_EQ(portal::overview::weight_of_use(cast::noon() - 24h * 60, cast::noon()), 0.25);
}

TEST(Shortcuts, P4_2_use_counts_for_90_days_and_not_a_microsecond_longer) {
    using portal::overview::weight_of_use;
    auto const now = cast::noon();
    EXPECT_GT(weight_of_use(now - 24h * 90 + one_unit, now), 0);
    EXPECT_EQ(weight_of_use(now - 24h * 90, now), 0);
    EXPECT_EQ(weight_of_use(now - 24h * 90 - one_unit, now), 0);
    EXPECT_EQ(weight_of_use(now + one_unit, now), 0);
}

TEST(Shortcuts, P4_2_there_are_at_most_six) {
    auto catalogue = cast::catalogue();
    std::vector<TaskUse> uses;
    for (int number = 1; number <= 7; ++number) {
        auto const code = "taak-" + std::to_string(number);
        catalogue.tasks.push_back(cast::task(code));
        catalogue.roles.front().tasks.push_back(code);
        uses.push_back({code, cast::noon() - 1h * number});
    }
    auto const six = overview(catalogue, {uses.begin(), uses.begin() + 6});
    EXPECT_EQ(six.shortcuts.size(), 6U);
    auto const seven = overview(catalogue, uses);
    EXPECT_EQ(names(seven.shortcuts),
              (Names{"taak-1", "taak-2", "taak-3", "taak-4", "taak-5", "taak-6"}));
}

TEST(Shortcuts, P4_2_a_pinned_one_comes_first_even_when_it_was_never_used) {
    auto const catalogue = cast::catalogue();
    auto const shown =
        overview(catalogue, {{"aanmelden", cast::noon() - 1h}}, {{"resultaten", Choice::pinned}});
    EXPECT_EQ(names(shown.shortcuts), (Names{"resultaten", "aanmelden"}));
    EXPECT_TRUE(shown.shortcuts.front().pinned);
}

TEST(Shortcuts, P4_2_a_removed_one_stays_away_however_often_it_is_used) {
    auto const catalogue = cast::catalogue();
    auto const shown =
        overview(catalogue, {{"aanmelden", cast::noon() - 1h}}, {{"aanmelden", Choice::removed}});
    EXPECT_TRUE(shown.shortcuts.empty());
}

TEST(Shortcuts, P9_5_never_lead_to_a_task_that_may_not_be_started) {
    auto const catalogue = cast::catalogue();
    auto const shown =
        overview(catalogue, {{"melden", cast::noon() - 1h}}, {{"melden", Choice::pinned}});
    EXPECT_TRUE(shown.shortcuts.empty());
}

TEST(Announcements, P4_3_stand_there_from_one_moment_until_another) {
    auto const one = cast::announcement("a");
    auto const shown = [&](foundation::Instant now) { return applies(one, cast::standing(), now); };
    EXPECT_FALSE(shown(one.from - one_unit));
    EXPECT_TRUE(shown(one.from));
    EXPECT_TRUE(shown(one.until - one_unit));
    EXPECT_FALSE(shown(one.until));
}

TEST(Announcements, P4_3_are_for_the_sectors_that_they_name) {
    auto one = cast::announcement("a");
    one.sectors = {"mbo"};
    EXPECT_FALSE(applies(one, cast::standing(), cast::noon()));
    one.sectors = {"mbo", "vo"};
    EXPECT_TRUE(applies(one, cast::standing(), cast::noon()));
}

TEST(Announcements, P4_3_are_for_the_roles_that_they_name_as_long_as_the_grant_holds) {
    auto one = cast::announcement("a");
    one.roles = {"verzuim"};
    auto standing = cast::standing();
    EXPECT_FALSE(applies(one, standing, cast::noon()));
    standing.grants.push_back(cast::grant("verzuim"));
    EXPECT_TRUE(applies(one, standing, cast::noon()));
    standing.grants.back().withdrawn_at = cast::noon();
    EXPECT_TRUE(applies(one, standing, cast::noon() - one_unit));
    EXPECT_FALSE(applies(one, standing, cast::noon()));
}

TEST(Announcements, P4_3_sector_and_role_must_both_fit) {
    auto one = cast::announcement("a");
    one.sectors = {"mbo"};
    one.roles = {"examens"};
    EXPECT_FALSE(applies(one, cast::standing(), cast::noon()));
}

TEST(Announcements, P4_3_unread_before_read_then_by_weight_then_the_newest) {
    auto catalogue = cast::catalogue();
    auto newer = cast::announcement("nieuw");
    newer.from += 24h;
    auto warning = cast::announcement("waarschuwing");
    warning.weight = AnnouncementWeight::warning;
    auto must = cast::announcement("moet");
    must.weight = AnnouncementWeight::must_read;
    catalogue.announcements = {cast::announcement("oud"), newer, must, warning};
    EXPECT_EQ(names(overview(catalogue, {}).announcements),
              (Names{"moet", "waarschuwing", "nieuw", "oud"}));
    EXPECT_EQ(names(overview(catalogue, {}, {}, {"moet"}).announcements),
              (Names{"waarschuwing", "nieuw", "oud", "moet"}));
}

TEST(Announcements, P4_3_only_an_unread_one_that_must_be_read_and_applies_comes_before_a_task) {
    auto catalogue = cast::catalogue();
    catalogue.announcements = {cast::announcement("gewoon"), cast::announcement("moet")};
    auto const first = [&](std::set<std::string> const& read) {
        return to_be_read_first(cast::standing(), catalogue, read, cast::noon());
    };
    EXPECT_EQ(first({}), nullptr);
    catalogue.announcements.back().weight = AnnouncementWeight::must_read;
    ASSERT_NE(first({}), nullptr);
    EXPECT_EQ(first({})->code, "moet");
    EXPECT_EQ(first({"moet"}), nullptr);
    catalogue.announcements.back().sectors = {"mbo"};
    EXPECT_EQ(first({}), nullptr);
}

} // namespace
