#include "foundation/instant.h"

#include <gtest/gtest.h>

namespace {

using namespace foundation;
using namespace std::chrono;

TEST(Instant, is_microseconds_since_1970) {
    EXPECT_EQ(micros(sys_days{1970y / January / 2}), 86'400'000'000);
    EXPECT_EQ(from_micros(-1), Instant{} - 1us);
}

TEST(Instant, is_written_in_utc_with_a_fraction_only_when_there_is_one) {
    EXPECT_EQ(rfc3339(from_micros(0)), "1970-01-01T00:00:00Z");
    EXPECT_EQ(rfc3339(from_micros(1'795'424'400'000'000)), "2026-11-23T09:00:00Z");
    EXPECT_EQ(rfc3339(from_micros(1)), "1970-01-01T00:00:00.000001Z");
    EXPECT_EQ(rfc3339(from_micros(-1)), "1969-12-31T23:59:59.999999Z");
}

TEST(Instant, is_read_with_z_or_an_offset) {
    auto const wanted = from_micros(1'795'424'400'000'000);
    for (auto const* text : {"2026-11-23T09:00:00Z", "2026-11-23T10:00:00+01:00",
                             "2026-11-23T03:30:00-05:30", "2026-11-23T23:00:00+14:00"})
        EXPECT_EQ(parse_rfc3339(text), wanted) << text;
}

TEST(Instant, a_fraction_is_cut_to_microseconds) {
    EXPECT_EQ(parse_rfc3339("1970-01-01T00:00:00.5Z"), from_micros(500'000));
    EXPECT_EQ(parse_rfc3339("1970-01-01T00:00:00.000001Z"), from_micros(1));
    EXPECT_EQ(parse_rfc3339("1970-01-01T00:00:00.123456789Z"), from_micros(123'456));
}

TEST(Instant, what_was_written_is_read_back) {
    for (auto const count : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{951'782'400'000'000},
                             std::int64_t{4'102'444'799'999'999}})
        EXPECT_EQ(parse_rfc3339(rfc3339(from_micros(count))), from_micros(count));
}

TEST(Instant, nothing_else_is_read) {
    for (auto const* wrong : {"",
                              "2026-11-23",
                              "2026-11-23T09:00:00",
                              "2026-11-23 09:00:00Z",
                              "2026-11-23t09:00:00Z",
                              "2026-11-23T09:00:00z",
                              "2026-02-29T09:00:00Z",
                              "2026-13-01T09:00:00Z",
                              "2026-00-01T09:00:00Z",
                              "2026-11-31T09:00:00Z",
                              "2026-11-23T24:00:00Z",
                              "2026-11-23T09:60:00Z",
                              "2026-11-23T09:00:60Z",
                              "2026-11-23T09:00:00.Z",
                              "2026-11-23T09:00:00.1234567890Z",
                              "2026-11-23T09:00:00+0100",
                              "2026-11-23T09:00:00+01",
                              "2026-11-23T09:00:00+15:00",
                              "2026-11-23T09:00:00+01:60",
                              "2026-11-23T09:00:00ZZ",
                              " 2026-11-23T09:00:00Z",
                              "26-11-23T09:00:00Z",
                              "2026-11-23T9:00:00Z",
                              "-026-11-23T09:00:00Z"})
        EXPECT_FALSE(parse_rfc3339(wrong)) << wrong;
}

} // namespace
