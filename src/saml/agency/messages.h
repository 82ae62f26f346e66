#pragma once
#include "saml/request.h"
#include "saml/xml/writing.h"

#include <string>
#include <string_view>

/// What the portal says to the agency's identity provider.
namespace saml::agency {

/// The signed AuthnRequest: a fresh authentication, answered by HTTP-POST at the address that our
/// metadata lists first. `persistent` asks for a NameID that stays the same.
std::string authn_request(RequestParts const& parts, bool persistent, xml::SigningKey const& key);

struct OwnMetadata {
    std::string_view id;
    std::string_view entity_id;
    std::string_view acs_address;
    bool persistent = false;
};

/// This service provider's signed metadata, in the form that any SAML 2.0 provider reads.
std::string own_metadata(OwnMetadata const& own, xml::SigningKey const& key);

} // namespace saml::agency
