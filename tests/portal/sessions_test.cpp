#include "support/cast.h"

#include "portal/sessions/session.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using foundation::Instant;

Instant const morning = cast::at("2026-11-23T09:00:00Z");

portal::Session session(Instant started_at, Instant seen_at) {
    return {.digest = "digest",
            .account = cast::account_id("nadia"),
            .identity = cast::identity(),
            .level = portal::AssuranceLevel::loa3,
            .branch_number = std::nullopt,
            .language = portal::Language::dutch,
            .form_token = {},
            .return_path = {},
            .started_at = started_at,
            .seen_at = seen_at};
}

void expect_over_from(portal::Session const& session, Instant end) {
    EXPECT_EQ(session.ends_at(cast::policy), end);
    EXPECT_FALSE(session.over(cast::policy, end - 1s));
    EXPECT_FALSE(session.over(cast::policy, end - 1us));
    EXPECT_TRUE(session.over(cast::policy, end));
    EXPECT_TRUE(session.over(cast::policy, end + 1s));
}

TEST(Sessions, P3_5_end_15_minutes_after_the_last_activity) {
    expect_over_from(session(morning, morning), morning + 15min);
    expect_over_from(session(morning, morning + 2h), morning + 2h + 15min);
}

TEST(Sessions, P3_5_end_4_hours_after_the_start_whatever_the_activity) {
    expect_over_from(session(morning, morning + 4h - 1s), morning + 4h);
    expect_over_from(session(morning, morning + 3h + 45min + 1s), morning + 4h);
}

TEST(Sessions, P3_5_end_at_the_first_of_the_two) {
    expect_over_from(session(morning, morning + 3h + 45min - 1s), morning + 4h - 1s);
    expect_over_from(session(morning, morning + 3h + 45min), morning + 4h);
}

TEST(Sessions, P3_5_going_on_no_longer_helps_in_the_last_15_minutes_of_the_4_hours) {
    auto const busy = session(morning, morning + 3h + 44min);
    EXPECT_FALSE(busy.must_renew(cast::policy, morning + 3h + 45min - 1s));
    EXPECT_TRUE(busy.must_renew(cast::policy, morning + 3h + 45min));
    EXPECT_TRUE(busy.must_renew(cast::policy, morning + 3h + 45min + 1s));
    EXPECT_FALSE(session(morning, morning).must_renew(cast::policy, morning + 15min))
        << "what runs out by itself can be gone on with until then";
}

TEST(Sessions, P3_5_one_that_ran_out_may_keep_a_form_for_a_day_and_one_that_lives_need_not) {
    auto const idle = session(morning, morning);
    auto const end = morning + 15min;
    EXPECT_FALSE(idle.may_still_keep(cast::policy, end - 1s));
    EXPECT_TRUE(idle.may_still_keep(cast::policy, end));
    EXPECT_TRUE(idle.may_still_keep(cast::policy, end + 24h - 1s));
    EXPECT_FALSE(idle.may_still_keep(cast::policy, end + 24h));
    EXPECT_FALSE(idle.may_still_keep(cast::policy, end + 24h + 1s));
    auto nobodys = idle;
    nobodys.account.reset();
    EXPECT_FALSE(nobodys.may_still_keep(cast::policy, end));
}

TEST(Sessions, P3_5_last_as_long_in_the_nights_in_which_the_clock_changes) {
    for (auto const* text : {"2026-03-29T00:50:00Z", "2026-10-25T00:50:00Z"}) {
        auto const night = cast::at(text);
        expect_over_from(session(night, night), night + 15min);
        expect_over_from(session(night, night + 4h - 1s), night + 4h);
    }
}

} // namespace
