#include "saml/rules/moments.h"

namespace saml::rules {

std::optional<foundation::Instant> read_moment(std::string_view text) {
    return text.ends_with('Z') ? foundation::parse_rfc3339(text) : std::nullopt;
}

bool is_fresh(std::string_view issue_instant, foundation::Instant now, foundation::Duration skew) {
    auto const issued = read_moment(issue_instant);
    return issued && now - *issued <= oldest_message && *issued <= now + skew;
}

} // namespace saml::rules
