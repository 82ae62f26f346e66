#include "saml/rules/moments.h"

#include <chrono>

namespace saml::rules {
namespace {

/// How old a message or an assertion may be (security.md P5).
constexpr std::chrono::minutes oldest_message{5};

} // namespace

std::optional<foundation::Instant> read_moment(std::string_view text) {
    return text.ends_with('Z') ? foundation::parse_rfc3339(text) : std::nullopt;
}

bool is_fresh(std::string_view issue_instant, foundation::Instant now, foundation::Duration skew) {
    auto const issued = read_moment(issue_instant);
    return issued && now - *issued <= oldest_message && *issued <= now + skew;
}

} // namespace saml::rules
