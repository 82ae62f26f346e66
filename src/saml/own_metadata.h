#pragma once
#include "saml/broker.h"
#include "saml/xml/writing.h"

#include <span>
#include <string>
#include <string_view>

namespace saml {

/// This service provider's signed metadata (eherkenning.md 4.3): nothing that the scheme's table
/// does not list, and no identifying number asked for as an attribute. Signed with `key`; the one
/// signing certificate in it is that of the next key when there is one (4.3, Rollover).
std::string own_metadata(Settings const& settings, xml::SigningKey const& key,
                         xml::Certificate const& signing_certificate,
                         std::span<xml::Certificate const> encryption_certificates,
                         std::string_view id);

/// A certificate as a KeyDescriptor holds it, under the name by which our messages call its key.
std::string key_info(xml::Certificate const& certificate);

} // namespace saml
