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

TEST(Sessions, P3_5_last_as_long_in_the_nights_in_which_the_clock_changes) {
    for (auto const* text : {"2026-03-29T00:50:00Z", "2026-10-25T00:50:00Z"}) {
        auto const night = cast::at(text);
        expect_over_from(session(night, night), night + 15min);
        expect_over_from(session(night, night + 4h - 1s), night + 4h);
    }
}

} // namespace
