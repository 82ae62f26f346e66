#pragma once
#include "portal/identity.h"

#include <optional>
#include <string_view>

namespace saml {

/// What a broker's metadata says of itself that no sign-in depends on: an operator is told.
struct BrokerClaims {
    bool is_signed = false;
    std::optional<portal::AssuranceLevel> highest_level; ///< as certified; nothing when unsaid
};

/// Of a file that could be read as XML; otherwise nothing is claimed.
BrokerClaims broker_claims(std::string_view file);

} // namespace saml
