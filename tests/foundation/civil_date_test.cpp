#include "foundation/civil_date.h"

#include <gtest/gtest.h>

namespace {

using namespace foundation;
using namespace std::chrono;

Instant at(std::string_view text) { return parse_rfc3339(text).value(); }

CivilTime clock(CivilDate date, Duration since_midnight) { return {date, since_midnight}; }

TEST(CivilDate, months_move_to_the_same_day_or_to_the_last_one_of_the_month) {
    EXPECT_EQ(add_months(2026y / August / 31, 18), 2028y / February / 29);
    EXPECT_EQ(add_months(2025y / August / 31, 18), 2027y / February / 28);
    EXPECT_EQ(add_months(2026y / August / 31, -18), 2025y / February / 28);
    EXPECT_EQ(add_months(2024y / February / 29, 12), 2025y / February / 28);
    EXPECT_EQ(add_months(2024y / February / 29, 48), 2028y / February / 29);
    EXPECT_EQ(add_months(2026y / January / 31, 3), 2026y / April / 30);
    EXPECT_EQ(add_months(2026y / December / 31, 1), 2027y / January / 31);
    EXPECT_EQ(add_months(2026y / May / 15, 0), 2026y / May / 15);
}

TEST(CivilDate, every_day_of_eight_years_moves_18_months_as_counted_by_hand) {
    for (sys_days day = 2023y / January / 1; day < sys_days{2031y / January / 1}; day += days{1}) {
        year_month_day const date{day};
        int const month = static_cast<int>(unsigned{date.month()}) + 18;
        auto const wanted_month = year{int{date.year()} + (month - 1) / 12} /
                                  std::chrono::month{static_cast<unsigned>((month - 1) % 12 + 1)};
        auto const longest = unsigned{(wanted_month / last).day()};
        EXPECT_EQ(add_months(date, 18),
                  wanted_month / std::chrono::day{std::min(unsigned{date.day()}, longest)});
    }
}

TEST(Amsterdam, is_an_hour_ahead_in_winter_and_two_in_summer) {
    EXPECT_EQ(in_amsterdam(at("2026-01-15T12:00:00Z")), clock(2026y / January / 15, 13h));
    EXPECT_EQ(in_amsterdam(at("2026-07-15T12:00:00Z")), clock(2026y / July / 15, 14h));
    EXPECT_EQ(in_amsterdam(at("2026-07-15T22:30:00Z")), clock(2026y / July / 16, 30min));
    EXPECT_EQ(in_amsterdam(at("2026-12-31T23:00:00.000001Z")), clock(2027y / January / 1, 1us));
}

TEST(Amsterdam, the_clock_goes_forward_and_back_at_01_00_utc) {
    EXPECT_EQ(in_amsterdam(at("2026-03-29T00:59:59.999999Z")), clock(2026y / March / 29, 2h - 1us));
    EXPECT_EQ(in_amsterdam(at("2026-03-29T01:00:00Z")), clock(2026y / March / 29, 3h));
    EXPECT_EQ(in_amsterdam(at("2026-10-25T00:59:59.999999Z")),
              clock(2026y / October / 25, 3h - 1us));
    EXPECT_EQ(in_amsterdam(at("2026-10-25T01:00:00Z")), clock(2026y / October / 25, 2h));
}

TEST(Amsterdam, a_time_that_spring_skips_is_read_with_the_offset_before) {
    EXPECT_EQ(from_amsterdam(clock(2026y / March / 29, 2h - 1us)),
              at("2026-03-29T00:59:59.999999Z"));
    EXPECT_EQ(from_amsterdam(clock(2026y / March / 29, 2h)), at("2026-03-29T01:00:00Z"));
    EXPECT_EQ(from_amsterdam(clock(2026y / March / 29, 2h + 30min)), at("2026-03-29T01:30:00Z"));
    EXPECT_EQ(from_amsterdam(clock(2026y / March / 29, 3h)), at("2026-03-29T01:00:00Z"));
}

TEST(Amsterdam, of_a_time_that_autumn_repeats_the_first_is_meant) {
    EXPECT_EQ(from_amsterdam(clock(2026y / October / 25, 2h - 1us)),
              at("2026-10-24T23:59:59.999999Z"));
    EXPECT_EQ(from_amsterdam(clock(2026y / October / 25, 2h)), at("2026-10-25T00:00:00Z"));
    EXPECT_EQ(from_amsterdam(clock(2026y / October / 25, 3h - 1us)),
              at("2026-10-25T00:59:59.999999Z"));
    EXPECT_EQ(from_amsterdam(clock(2026y / October / 25, 3h)), at("2026-10-25T02:00:00Z"));
}

TEST(Amsterdam, every_hour_of_two_years_comes_back_from_its_clock) {
    for (auto now = at("2026-01-01T00:17:00Z"); now < at("2028-01-01T00:00:00Z"); now += 1h) {
        auto const back = from_amsterdam(in_amsterdam(now));
        // Of the repeated hour in October the first is meant.
        bool const repeated =
            now == at("2026-10-25T01:17:00Z") || now == at("2027-10-31T01:17:00Z");
        EXPECT_EQ(back, repeated ? now - 1h : now) << rfc3339(now);
    }
}

TEST(Amsterdam, a_day_starts_at_midnight_there) {
    EXPECT_EQ(start_of_day(2026y / March / 29), at("2026-03-28T23:00:00Z"));
    EXPECT_EQ(start_of_day(2026y / March / 30), at("2026-03-29T22:00:00Z"));
    EXPECT_EQ(start_of_day(2026y / October / 26), at("2026-10-25T23:00:00Z"));
}

TEST(Amsterdam, months_later_is_the_same_time_of_day_there) {
    EXPECT_EQ(months_later(at("2025-08-31T10:00:00Z"), 18), at("2027-02-28T11:00:00Z"));
    EXPECT_EQ(months_later(at("2024-02-29T11:00:00Z"), 18), at("2025-08-29T10:00:00Z"));
    EXPECT_EQ(months_later(at("2024-09-29T00:30:00Z"), 18), at("2026-03-29T01:30:00Z"));
    EXPECT_EQ(months_later(at("2025-04-25T00:30:00Z"), 18), at("2026-10-25T00:30:00Z"));
    EXPECT_EQ(months_later(at("2026-08-31T10:00:00.123456Z"), -18),
              at("2025-02-28T11:00:00.123456Z"));
}

TEST(CivilDate, is_written_in_dutch_and_in_iso) {
    EXPECT_EQ(dutch_date(2026y / November / 3), "03-11-2026");
    EXPECT_EQ(iso_date(2026y / November / 3), "2026-11-03");
}

TEST(CivilDate, a_dutch_date_is_day_month_year_and_exists) {
    EXPECT_EQ(parse_dutch_date("03-11-2026"), 2026y / November / 3);
    EXPECT_EQ(parse_dutch_date("3-11-2026"), 2026y / November / 3);
    EXPECT_EQ(parse_dutch_date("29-2-2028"), 2028y / February / 29);
    for (auto const* wrong :
         {"29-2-2026", "31-04-2026", "0-1-2026", "1-0-2026", "1-13-2026", "32-1-2026", "1-1-26",
          "001-1-2026", "1-1-20266", "2026-11-03", "1/1/2026", "1-1-2026 ", " 1-1-2026", "1--2026",
          "-1-1-2026", "1-1-2026-", "", "a-1-2026", "1-1"})
        EXPECT_FALSE(parse_dutch_date(wrong)) << wrong;
}

TEST(CivilDate, an_iso_date_is_written_in_full_and_exists) {
    EXPECT_EQ(parse_iso_date("2026-11-03"), 2026y / November / 3);
    for (auto const* wrong : {"2026-02-29", "2026-11-3", "2026-1-03", "26-11-03", "2026-11-03T",
                              "20261103", "2026-00-01", "2026-13-01", "+026-11-03", ""})
        EXPECT_FALSE(parse_iso_date(wrong)) << wrong;
}

} // namespace
