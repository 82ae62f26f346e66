#include "foundation/instant.h"

#include <fmt/format.h>

namespace foundation {

using namespace std::chrono;

std::string rfc3339(Instant at) {
    auto const day = floor<days>(at);
    year_month_day const date{day};
    hh_mm_ss const time{at - day};
    auto text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", int{date.year()},
                            unsigned{date.month()}, unsigned{date.day()}, time.hours().count(),
                            time.minutes().count(), time.seconds().count());
    if (auto const fraction = time.subseconds().count(); fraction != 0)
        text += fmt::format(".{:06}", fraction);
    return text + 'Z';
}

namespace {

/// Reads exactly `count` digits at the front and moves on; -1 when they are not there.
int take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count)
        return -1;
    int value = 0;
    for (char const c : text.substr(0, count)) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Duration> take_fraction(std::string_view& text) {
    if (!take(text, '.'))
        return Duration{0};
    std::int64_t value = 0;
    int count = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9' && count < 9) {
        if (count < 6)
            value = value * 10 + (text.front() - '0');
        ++count;
        text.remove_prefix(1);
    }
    if (count == 0)
        return std::nullopt;
    for (int i = count; i < 6; ++i)
        value *= 10;
    return Duration{value};
}

std::optional<minutes> take_offset(std::string_view& text) {
    if (take(text, 'Z'))
        return minutes{0};
    bool const east = take(text, '+');
    if (!east && !take(text, '-'))
        return std::nullopt;
    int const hour = take_digits(text, 2);
    if (hour < 0 || hour > 14 || !take(text, ':'))
        return std::nullopt;
    int const minute = take_digits(text, 2);
    if (minute < 0 || minute > 59)
        return std::nullopt;
    auto const offset = hours{hour} + minutes{minute};
    return east ? offset : -offset;
}

} // namespace

std::optional<Instant> parse_rfc3339(std::string_view text) {
    int const y = take_digits(text, 4);
    if (y < 0 || !take(text, '-'))
        return std::nullopt;
    int const mon = take_digits(text, 2);
    if (mon < 0 || !take(text, '-'))
        return std::nullopt;
    int const d = take_digits(text, 2);
    if (d < 0 || !take(text, 'T'))
        return std::nullopt;
    year_month_day const date{year{y}, month{static_cast<unsigned>(mon)},
                              day{static_cast<unsigned>(d)}};
    if (!date.ok())
        return std::nullopt;
    int const h = take_digits(text, 2);
    if (h < 0 || h > 23 || !take(text, ':'))
        return std::nullopt;
    int const min = take_digits(text, 2);
    if (min < 0 || min > 59 || !take(text, ':'))
        return std::nullopt;
    int const s = take_digits(text, 2);
    if (s < 0 || s > 59)
        return std::nullopt;
    auto const fraction = take_fraction(text);
    if (!fraction)
        return std::nullopt;
    auto const offset = take_offset(text);
    if (!offset || !text.empty())
        return std::nullopt;
    return Instant{sys_days{date}} + hours{h} + minutes{min} + seconds{s} + *fraction - *offset;
}

} // namespace foundation
