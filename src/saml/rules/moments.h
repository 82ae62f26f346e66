#pragma once
#include "foundation/instant.h"

#include <optional>
#include <string_view>

namespace saml::rules {

/// A moment as SAML writes it: UTC with a capital Z, nothing else (security.md P5).
std::optional<foundation::Instant> read_moment(std::string_view text);

/// Issued at most five minutes ago, and not in the future but for the skew.
bool is_fresh(std::string_view issue_instant, foundation::Instant now, foundation::Duration skew);

} // namespace saml::rules
