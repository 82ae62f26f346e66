#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foundation {

/// A moment, in microseconds UTC. Read once at the edge and handed down; nothing below has a clock.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Duration = std::chrono::microseconds;

/// Microseconds since 1970-01-01T00:00:00Z: the form in which an instant is stored.
constexpr std::int64_t micros(Instant at) { return at.time_since_epoch().count(); }
constexpr Instant from_micros(std::int64_t count) { return Instant{Duration{count}}; }

/// RFC 3339 in UTC with 'Z'; a fraction is written only when there is one.
std::string rfc3339(Instant at);

/// Reads RFC 3339 with 'Z' or a numeric offset; fraction of up to 9 digits (cut to microseconds).
/// Nothing when the text is anything else, the date does not exist, or the second is 60.
std::optional<Instant> parse_rfc3339(std::string_view text);

} // namespace foundation
