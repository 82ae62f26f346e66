#pragma once
#include "portal/signing_in/broker.h"
#include "saml/service_catalogue.h"
#include "server/configuration.h"

#include <functional>
#include <memory>

namespace server {

/// The broker as the configuration describes it. Throws Fault when it cannot be trusted.
std::unique_ptr<portal::Broker> broker_of(Configuration const& configuration,
                                          foundation::Instant now,
                                          std::function<void(std::string_view)> log);

/// What there is to say about this portal itself, without its broker. Throws Fault when a file is
/// missing.
saml::Settings own_settings(Configuration const& configuration);
std::optional<saml::xml::TokenKey> token_key(Configuration::EHerkenning const& given);
saml::DecryptionKeyPem decryption_key(std::filesystem::path const& path);
saml::BackChannelSettings back_channel_settings(Configuration::EHerkenning const& given);

/// The service for the scheme's catalogue. Throws Fault with what is missing in the configuration.
saml::ServiceDescription service_description(Configuration const& configuration,
                                             foundation::Instant now);

} // namespace server
