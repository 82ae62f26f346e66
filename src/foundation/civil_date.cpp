#include "foundation/civil_date.h"

#include "foundation/fault.h"

#include <fmt/format.h>
#include <unicode/timezone.h>

namespace foundation {

using namespace std::chrono;

static_assert(add_months(2026y / August / 31d, -18) == 2025y / February / 28d);
static_assert(add_months(2024y / February / 29d, 18) == 2025y / August / 29d);

namespace {

/// Reading offsets from a finished TimeZone is const and safe from several threads.
icu::TimeZone const& amsterdam() {
    static std::unique_ptr<icu::TimeZone> const zone{
        icu::TimeZone::createTimeZone("Europe/Amsterdam")};
    return *zone;
}

milliseconds offset_at(Instant at) {
    int32_t raw = 0;
    int32_t saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    auto const date = static_cast<double>(floor<milliseconds>(at).time_since_epoch().count());
    amsterdam().getOffset(date, false, raw, saving, status);
    ensure(U_SUCCESS(status));
    return milliseconds{raw + saving};
}

} // namespace

CivilTime in_amsterdam(Instant at) {
    auto const local = at + offset_at(at);
    auto const day = floor<days>(local);
    return {CivilDate{day}, local - day};
}

Instant from_amsterdam(CivilTime const& time) {
    Instant const as_if_utc = Instant{sys_days{time.date}} + time.since_midnight;
    // The larger offset (summer) gives the earlier instant. It is right when it reads back the
    // same; else the smaller one is, and for a skipped time that is the offset before the change.
    Instant const guess = as_if_utc - offset_at(as_if_utc);
    Instant const earlier =
        as_if_utc - std::max(offset_at(guess - hours{3}), offset_at(guess + hours{3}));
    if (in_amsterdam(earlier) == time)
        return earlier;
    return as_if_utc - std::min(offset_at(guess - hours{3}), offset_at(guess + hours{3}));
}

Instant start_of_day(CivilDate date) { return from_amsterdam({date, Duration{0}}); }

Instant months_later(Instant at, int months) {
    auto const local = in_amsterdam(at);
    return from_amsterdam({add_months(local.date, months), local.since_midnight});
}

std::string dutch_date(CivilDate date) {
    return fmt::format("{:02}-{:02}-{:04}", unsigned{date.day()}, unsigned{date.month()},
                       int{date.year()});
}

std::string iso_date(CivilDate date) {
    return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()},
                       unsigned{date.day()});
}

namespace {

/// Digits up to the next '-' or the end; nothing unless there are between `least` and `most`.
std::optional<int> number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t const end = std::min(text.find('-'), text.size());
    if (end < least || end > most)
        return std::nullopt;
    int value = 0;
    for (char const c : text.substr(0, end)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(std::min(end + 1, text.size()));
    return value;
}

std::optional<CivilDate> existing(int y, int m, int d) {
    CivilDate const date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

} // namespace

std::optional<CivilDate> parse_dutch_date(std::string_view text) {
    if (std::ranges::count(text, '-') != 2)
        return std::nullopt;
    auto const d = number(text, 1, 2);
    auto const m = number(text, 1, 2);
    auto const y = number(text, 4, 4);
    return d && m && y ? existing(*y, *m, *d) : std::nullopt;
}

std::optional<CivilDate> parse_iso_date(std::string_view text) {
    if (std::ranges::count(text, '-') != 2)
        return std::nullopt;
    auto const y = number(text, 4, 4);
    auto const m = number(text, 2, 2);
    auto const d = number(text, 2, 2);
    return d && m && y ? existing(*y, *m, *d) : std::nullopt;
}

} // namespace foundation
