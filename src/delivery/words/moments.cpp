#include "delivery/words/moments.h"

#include <array>
#include <fmt/format.h>

namespace delivery {

namespace {

using Months = std::array<std::string_view, 12>;

constexpr Months dutch_months{"januari",   "februari", "maart",    "april",
                              "mei",       "juni",     "juli",     "augustus",
                              "september", "oktober",  "november", "december"};
constexpr Months english_months{"January",   "February", "March",    "April",
                                "May",       "June",     "July",     "August",
                                "September", "October",  "November", "December"};

} // namespace

std::string day_in_words(foundation::CivilDate date, portal::Language language) {
    Months const& months = language == portal::Language::dutch ? dutch_months : english_months;
    return fmt::format("{} {} {}", unsigned{date.day()}, months.at(unsigned{date.month()} - 1),
                       int{date.year()});
}

std::string moment_in_words(foundation::Instant at, portal::Language language) {
    auto const time = foundation::in_amsterdam(at);
    auto const day = day_in_words(time.date, language);
    return language == portal::Language::dutch
               ? fmt::format("{}, {}.{:02} uur", day, time.hour(), time.minute())
               : fmt::format("{}, {}:{:02} (Dutch time)", day, time.hour(), time.minute());
}

} // namespace delivery
