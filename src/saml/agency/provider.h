#pragma once
#include "foundation/secret.h"
#include "portal/signing_in/agency_provider.h"
#include "saml/agency/profile.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

/// Signing in of the agency's own staff (P8.1): the same module and the same strict checks as
/// eHerkenning, with the profile of a plain SAML 2.0 identity provider and the HTTP-POST binding.
namespace saml::agency {

struct Settings {
    std::string entity_id; ///< ours, at this provider
    std::string acs_address;

    std::string provider_metadata;        ///< the file's content
    std::string provider_metadata_sha256; ///< of that content; empty when the signer is given
    std::string provider_metadata_signer_pem;
    std::string provider_entity_id; ///< may be empty when the metadata describes one provider

    foundation::Secret<std::string> signing_key_pem;
    std::string signing_certificate_pem;

    Profile profile;
    bool allow_plain_http = false; ///< development: http to other machines too
    std::chrono::seconds skew{60}; ///< 5 to 120
};

/// Throws foundation::Fault with a plain sentence when the configuration cannot be used.
std::unique_ptr<portal::AgencyProvider>
make_provider(Settings settings, foundation::Instant now,
              std::function<void(std::string_view)> const& log);

} // namespace saml::agency
