#include "portal/keys/expiry.h"

#include "support/cast.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using portal::keys::days_left;
using portal::keys::due_warning;
using portal::keys::Expiry;
using portal::keys::Holding;
using portal::keys::State;
using portal::keys::state_of;
using std::chrono::days;

foundation::Instant const until = cast::at("2027-03-01T12:00:00Z");

Expiry certificate() {
    return {
        .holding = Holding::signing, .mark = "ab", .from = until - days{3 * 365}, .until = until};
}

TEST(Expiry, is_within_60_30_and_7_days_from_that_second_on_and_over_at_its_end) {
    auto const at = [](foundation::Instant now) { return state_of(certificate(), now); };
    EXPECT_EQ(at(until - days{3 * 365} - 1s), State::not_yet);
    EXPECT_EQ(at(until - days{3 * 365}), State::good);
    EXPECT_EQ(at(until - days{60} - 1s), State::good);
    EXPECT_EQ(at(until - days{60}), State::within_60_days);
    EXPECT_EQ(at(until - days{30} - 1s), State::within_60_days);
    EXPECT_EQ(at(until - days{30}), State::within_30_days);
    EXPECT_EQ(at(until - days{7} - 1s), State::within_30_days);
    EXPECT_EQ(at(until - days{7}), State::within_7_days);
    EXPECT_EQ(at(until - 1s), State::within_7_days);
    EXPECT_EQ(at(until), State::over);
    EXPECT_EQ(at(until + 1s), State::over);
}

TEST(Expiry, counts_whole_days) {
    auto const at = [](foundation::Instant now) { return days_left(certificate(), now); };
    EXPECT_EQ(at(until - days{2}), 2);
    EXPECT_EQ(at(until - days{2} + 1s), 1);
    EXPECT_EQ(at(until - 1s), 0);
    EXPECT_EQ(at(until), 0);
    EXPECT_EQ(at(until + days{9}), 0);
}

TEST(Expiry, is_warned_of_60_30_and_7_days_ahead_and_not_when_it_is_over) {
    auto const at = [](foundation::Instant now) {
        return due_warning(certificate(), now).value_or(0);
    };
    EXPECT_EQ(at(until - days{60} - 1s), 0);
    EXPECT_EQ(at(until - days{60}), 60);
    EXPECT_EQ(at(until - days{30} - 1s), 60);
    EXPECT_EQ(at(until - days{30}), 30);
    EXPECT_EQ(at(until - days{7} - 1s), 30);
    EXPECT_EQ(at(until - days{7}), 7);
    EXPECT_EQ(at(until - 1s), 7);
    EXPECT_EQ(at(until), 0);
}

TEST(Expiry, what_never_had_so_many_days_is_not_warned_of_from_its_start) {
    auto weekly = certificate();
    weekly.holding = Holding::broker_metadata;
    weekly.from = until - days{7};
    EXPECT_FALSE(due_warning(weekly, until - days{7}));
    EXPECT_FALSE(due_warning(weekly, until - 1s));
    weekly.from = until - days{7} - 1s;
    EXPECT_FALSE(due_warning(weekly, until - days{7} - 1s));
    EXPECT_EQ(due_warning(weekly, until - days{7}), 7);
    weekly.from.reset(); // a file: since when it holds is not known
    EXPECT_EQ(due_warning(weekly, until - days{8}), 30);
}

} // namespace
