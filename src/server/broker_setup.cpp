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

} // namespace

std::unique_ptr<portal::Broker> broker_of(Configuration const& configuration,
                                          foundation::Instant now,
                                          std::function<void(std::string_view)> log) {
    auto const& given = configuration.eherkenning;
    saml::Settings settings{.entity_id = given.entity_id,
                            .service_id = given.service_id,
                            .service_uuids = given.service_uuids,
                            .acs_address = configuration.server.public_url + "/saml/acs",
                            .minimum_level = given.minimum_level,
                            .broker_metadata = content_of(given.broker_metadata),
                            .broker_metadata_sha256 = given.broker_metadata_sha256,
                            .broker_metadata_signer_pem = {},
                            .broker_entity_id = {},
                            .signing_key_pem = Secret<std::string>{content_of(given.signing_key)},
                            .signing_certificate_pem = content_of(given.signing_certificate),
                            .decryption_keys = {},
                            .post_binding = given.post_binding,
                            .skew = std::chrono::seconds{given.skew_seconds},
                            .organisation = {.name = configuration.agency.name,
                                             .display_name = configuration.agency.name,
                                             .address = configuration.server.public_url},
                            .back_channel = back_channel(given)};
    for (auto const& path : given.decryption_keys)
        settings.decryption_keys.push_back(decryption_key(path));
    return saml::make_broker(std::move(settings), now, std::move(log));
}

} // namespace server
