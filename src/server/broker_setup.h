#pragma once
#include "portal/signing_in/broker.h"
#include "saml/service_catalogue.h"
#include "server/configuration.h"
#include "server/house.h"
#include "server/metadata_source.h"

#include <functional>
#include <memory>

namespace server {

/// The broker as the configuration describes it. Throws Fault when it cannot be trusted.
std::unique_ptr<portal::Broker> broker_of(Configuration const& configuration,
                                          foundation::Instant now,
                                          std::function<void(std::string_view)> log);

/// The same with what keeps its metadata up to date while it serves.
struct BrokerInUse {
    std::shared_ptr<saml::KnownBroker> known;
    MetadataSource source;
    std::unique_ptr<portal::Broker> broker;
};
BrokerInUse broker_in_use(House& house, foundation::Instant now,
                          std::function<void(std::string_view)> const& log);

/// What there is to say about this portal itself, without its broker. Throws Fault when a file is
/// missing.
saml::Settings own_settings(Configuration const& configuration);
/// Where a key is that is in a token; nothing when it is in a file.
std::optional<saml::xml::TokenKey> token_key(Configuration::EHerkenning const& given,
                                             std::string const& uri);
saml::DecryptionKeyPem decryption_key(std::filesystem::path const& path);
/// By what the broker's metadata is believed. Throws Fault when the signer's file is missing.
saml::MetadataTrust metadata_trust(Configuration::EHerkenning const& given);
/// The broker's metadata as its source has it now, not yet believed. Throws Fault without it.
std::string metadata_at_source(Configuration::EHerkenning const& given);
saml::BackChannelSettings back_channel_settings(Configuration::EHerkenning const& given);

/// The service for the scheme's catalogue. Throws Fault with what is missing in the configuration.
saml::ServiceDescription service_description(Configuration const& configuration,
                                             foundation::Instant now);

} // namespace server
