#pragma once
#include "foundation/instant.h"
#include "saml/xml/writing.h"

#include <string>
#include <string_view>

namespace saml {

struct RequestParts {
    std::string_view id;
    foundation::Instant now;
    std::string_view destination;
    std::string_view entity_id;
    /// Only when more is asked than the service catalogue says; otherwise empty
    /// (eherkenning.md 1.4).
    std::string_view minimum_class{};
};

/// The signed AuthnRequest (eherkenning.md 2.4): a fresh authentication at the service and address
/// that our metadata lists first.
std::string authn_request(RequestParts const& parts, std::string_view provider_name,
                          xml::SigningKey const& key);

/// The signed ArtifactResolve in its SOAP envelope (eherkenning.md 4.2).
std::string artifact_resolve(RequestParts const& parts, std::string_view artifact,
                             xml::SigningKey const& key);

} // namespace saml
