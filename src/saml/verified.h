#pragma once
#include "portal/signing_in/broker.h"
#include "saml/xml/verification.h"

#include <expected>
#include <span>
#include <string_view>

/// The first step of both doors, the broker's and the agency's (eherkenning.md section 9).
namespace saml {

std::unexpected<portal::Rejected> refused(std::string_view detail);

/// The element, when a pinned key's signature covers it whole. Otherwise which item of section 9
/// is broken, and how.
std::expected<xml::Signed, portal::Rejected> verified(xml::Element const& element,
                                                      std::string_view item,
                                                      std::span<xml::VerificationKey const> keys,
                                                      foundation::Instant now);

} // namespace saml
