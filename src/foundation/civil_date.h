#pragma once
#include "foundation/instant.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace foundation {

using CivilDate = std::chrono::year_month_day;

/// A moment on the wall clock of Europe/Amsterdam.
struct CivilTime {
    CivilDate date;
    Duration since_midnight;

    int hour() const { return static_cast<int>(since_midnight / std::chrono::hours{1}); }
    int minute() const { return static_cast<int>(since_midnight / std::chrono::minutes{1} % 60); }
    friend bool operator==(CivilTime const&, CivilTime const&) = default;
};

/// The wall clock of Europe/Amsterdam at this instant (time zone rules from ICU).
CivilTime in_amsterdam(Instant at);

/// The instant at which that clock shows this time. A time that the spring change skips is read
/// with the offset before the change (so 02:30 becomes 03:30); of one that autumn repeats, the
/// first.
Instant from_amsterdam(CivilTime const& time);

/// Midnight in Amsterdam at the start of the day.
Instant start_of_day(CivilDate date);

/// The same day of the month so many months on, or the month's last day when it has no such day
/// (31 August 2026 less 18 months is 28 February 2025). Months may be negative.
constexpr CivilDate add_months(CivilDate date, int months) {
    auto const moved = date.year() / date.month() + std::chrono::months{months};
    auto const same_day = moved / date.day();
    return same_day.ok() ? same_day : CivilDate{moved / std::chrono::last};
}

/// add_months on the wall clock of Amsterdam, at the same time of day ("18 maanden", manual 1.5).
Instant months_later(Instant at, int months);

std::string dutch_date(CivilDate date); ///< 23-11-2026
std::optional<CivilDate>
    parse_dutch_date(std::string_view); ///< d-m-jjjj or dd-mm-jjjj, existing days only
std::string iso_date(CivilDate date);   ///< 2026-11-23
std::optional<CivilDate> parse_iso_date(std::string_view text);

} // namespace foundation
