#pragma once
#include "portal/identity.h"

#include <optional>
#include <string_view>

namespace saml {

/// The level that a class reference names, by the exact URI (eherkenning.md 1.4).
std::optional<portal::AssuranceLevel> level_named(std::string_view class_ref);

/// The other way round.
std::string_view class_ref_of(portal::AssuranceLevel level);

} // namespace saml
