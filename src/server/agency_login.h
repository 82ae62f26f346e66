#pragma once
#include "portal/signing_in/agency_provider.h"
#include "saml/broker_metadata.h"
#include "server/configuration.h"
#include "server/settings_file.h"

#include <functional>
#include <memory>

namespace server {

/// The section [agency_login]; nothing when the file has none. What it leaves open follows from the
/// rest of the configuration.
std::optional<Configuration::AgencyLogin> agency_login_of(SettingsFile& file,
                                                          Configuration const& rest);

/// What the provider's file says, whatever its fingerprint; where a signer vouches for it, only
/// what he signed. Throws Fault when it cannot be used.
saml::BrokerMetadata staff_provider_metadata(Configuration::AgencyLogin const& given,
                                             foundation::Instant now);

/// The agency's identity provider as the configuration describes it, or none. Throws Fault when it
/// cannot be trusted.
std::unique_ptr<portal::AgencyProvider>
agency_provider_of(Configuration const& configuration, foundation::Instant now,
                   std::function<void(std::string_view)> const& log);

} // namespace server
