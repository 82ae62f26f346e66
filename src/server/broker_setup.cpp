#include "server/broker_setup.h"

#include "foundation/fault.h"
#include "saml/broker.h"

namespace server {

namespace {

using foundation::Secret;

/// The certificate of a key stands in the same file, or in the file of the same name ending in
/// .crt.
saml::DecryptionKeyPem decryption_key(std::filesystem::path const& path) {
    auto const key = content_of(path);
    auto const with_certificate = key.find("-----BEGIN CERTIFICATE-----") != std::string::npos;
    auto beside = path;
    beside.replace_extension(".crt");
    return {.key_pem = Secret<std::string>{key},
            .certificate_pem = with_certificate ? key : content_of(beside)};
}

saml::BackChannelSettings back_channel(Configuration::EHerkenning const& given) {
    saml::BackChannelSettings settings;
    settings.authorities_file = given.authorities.string();
    if (!given.client_certificate.empty()) {
        settings.client_certificate_pem = content_of(given.client_certificate);
        settings.client_key_pem = Secret<std::string>{content_of(given.client_key)};
    }
    return settings;
}

saml::Settings settings_of(Configuration const& configuration) {
    auto const& given = configuration.eherkenning;
    saml::Settings settings{.entity_id = given.entity_id,
                            .service_id = given.service_id,
                            .service_uuids = given.service_uuids,
                            .acs_address = configuration.server.public_url + "/saml/acs",
                            .minimum_level = given.minimum_level,
                            .broker_metadata = {},
                            .broker_metadata_sha256 = given.broker_metadata_sha256,
                            .broker_metadata_signer_pem =
                                given.broker_metadata_signer.empty()
                                    ? std::string{}
                                    : content_of(given.broker_metadata_signer),
                            .broker_entity_id = given.broker_entity_id,
                            .signing_key_pem = Secret<std::string>{content_of(given.signing_key)},
                            .signing_certificate_pem = content_of(given.signing_certificate),
                            .decryption_keys = {},
                            .post_binding = given.post_binding,
                            .skew = std::chrono::seconds{given.skew_seconds},
                            .organisation = {.name = configuration.agency.name,
                                             .display_name = configuration.agency.name,
                                             .address = configuration.server.public_url},
                            .back_channel = back_channel(given)};
    if (auto const& next = given.next_signing)
        settings.next_signing_key =
            saml::NextSigningKeyPem{.key_pem = Secret<std::string>{content_of(next->key)},
                                    .certificate_pem = content_of(next->certificate),
                                    .from = next->from};
    for (auto const& path : given.decryption_keys) {
        settings.decryption_keys.push_back(decryption_key(path));
        settings.decryption_keys.back().published = settings.decryption_keys.size() == 1;
    }
    return settings;
}

saml::Fetch fetch_for(Configuration::EHerkenning const& given) {
    return saml::make_fetch({.authorities_file = given.authorities.string()});
}

std::string metadata_of(Configuration::EHerkenning const& given) {
    if (given.broker_metadata_url.empty())
        return content_of(given.broker_metadata);
    auto fetched = fetch_for(given)(given.broker_metadata_url);
    if (!fetched)
        throw foundation::Fault("the broker's metadata cannot be fetched: " + fetched.error());
    return *std::move(fetched);
}

} // namespace

std::unique_ptr<portal::Broker> broker_of(Configuration const& configuration,
                                          foundation::Instant now,
                                          std::function<void(std::string_view)> log) {
    auto settings = settings_of(configuration);
    settings.broker_metadata = metadata_of(configuration.eherkenning);
    return saml::make_broker(std::move(settings), now, std::move(log));
}

BrokerInUse broker_in_use(House& house, foundation::Instant now,
                          std::function<void(std::string_view)> const& log) {
    auto const& given = house.configuration.eherkenning;
    auto settings = settings_of(house.configuration);
    settings.policy = house.policy;
    auto source = given.broker_metadata_url.empty()
                      ? MetadataSource::of_file(given.broker_metadata)
                      : MetadataSource::of_address(given.broker_metadata_url, fetch_for(given),
                                                   *house.archive);
    auto known = saml::known_broker(settings, log);
    source.first(*known, now, log);
    auto channel = saml::make_back_channel(settings.back_channel);
    auto broker = saml::make_broker(std::move(settings), known, now, log, std::move(channel));
    return {.known = std::move(known), .source = std::move(source), .broker = std::move(broker)};
}

} // namespace server
