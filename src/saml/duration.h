#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace saml {

/// An xs:duration such as P7D or PT1H30M; a year counts as 365 days and a month as 30. Nothing when
/// it is negative, longer than a century, or no duration.
std::optional<std::chrono::seconds> read_duration(std::string_view text);

} // namespace saml
