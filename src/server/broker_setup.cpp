#include "server/broker_setup.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "saml/broker_metadata.h"
#include "server/scheme_names.h"

#include <fmt/format.h>

namespace server {

using foundation::Secret;

std::optional<saml::xml::TokenKey> token_key(Configuration::EHerkenning const& given,
                                             std::string const& uri) {
    if (uri.empty())
        return std::nullopt;
    auto const pin = content_of(given.pkcs11_pin);
    return saml::xml::TokenKey{.uri = uri,
                               .module = given.pkcs11_module,
                               .pin = Secret<std::string>{std::string{foundation::trimmed(pin)}}};
}

saml::MetadataTrust metadata_trust(Configuration::EHerkenning const& given) {
    return {.sha256 = given.broker_metadata_sha256,
            .signer_pem = given.broker_metadata_signer.empty()
                              ? std::string{}
                              : content_of(given.broker_metadata_signer),
            .entity_id = given.broker_entity_id};
}

namespace {

/// A key from a file; empty when it is in a token.
Secret<std::string> key_in_file(std::filesystem::path const& file, std::string const& token) {
    return Secret<std::string>{token.empty() ? content_of(file) : std::string{}};
}

saml::Fetch fetch_for(Configuration::EHerkenning const& given) {
    return saml::make_fetch({.authorities_file = given.authorities.string()});
}

/// With what the broker's metadata is believed by.
saml::Settings trusting_settings(Configuration const& configuration) {
    auto settings = own_settings(configuration);
    auto trust = metadata_trust(configuration.eherkenning);
    settings.broker_metadata_sha256 = std::move(trust.sha256);
    settings.broker_metadata_signer_pem = std::move(trust.signer_pem);
    settings.broker_entity_id = std::move(trust.entity_id);
    return settings;
}

/// Unless it is configured, the broker's OIN is that in its name.
std::string broker_oin(Configuration const& configuration, foundation::Instant now) {
    if (!configuration.service.broker_oin.empty())
        return configuration.service.broker_oin;
    auto const& given = configuration.eherkenning;
    auto const entity_id =
        given.broker_entity_id.empty()
            ? saml::read_broker_metadata(content_of(given.broker_metadata), metadata_trust(given),
                                         now, [](std::string_view) {})
                  .entity_id
            : given.broker_entity_id;
    auto const name = scheme_name(entity_id);
    if (!name)
        throw foundation::Fault("[service] broker_oin is missing: the broker's entity id has none");
    return name->oin;
}

} // namespace

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

saml::BackChannelSettings back_channel_settings(Configuration::EHerkenning const& given) {
    saml::BackChannelSettings settings;
    settings.authorities_file = given.authorities.string();
    if (!given.client_certificate.empty()) {
        settings.client_certificate_pem = content_of(given.client_certificate);
        settings.client_key_pem = Secret<std::string>{content_of(given.client_key)};
    }
    return settings;
}

saml::Settings own_settings(Configuration const& configuration) {
    auto const& given = configuration.eherkenning;
    saml::Settings settings{
        .entity_id = given.entity_id,
        .service_id = given.service_id,
        .service_uuids = given.service_uuids,
        .acs_address = configuration.server.public_url + "/saml/acs",
        .minimum_level = given.minimum_level,
        .broker_metadata = {},
        .broker_metadata_sha256 = {},
        .broker_metadata_signer_pem = {},
        .broker_entity_id = {},
        .signing_key_pem = key_in_file(given.signing_key, given.signing_token),
        .signing_token = token_key(given, given.signing_token),
        .signing_certificate_pem = content_of(given.signing_certificate),
        .decryption_keys = {},
        .post_binding = given.post_binding,
        .skew = std::chrono::seconds{given.skew_seconds},
        .provider_name = configuration.service.name.dutch,
        .organisation = {.name = configuration.agency.name,
                         .display_name = configuration.service.organisation.dutch,
                         .address = configuration.server.public_url},
        .contact = {.mail_address = configuration.contact.mail,
                    .company = configuration.contact.company,
                    .given_name = configuration.contact.given_name,
                    .surname = configuration.contact.surname,
                    .telephone = configuration.contact.telephone},
        .back_channel = back_channel_settings(given)};
    if (auto const& next = given.next_signing)
        settings.next_signing_key =
            saml::NextSigningKeyPem{.key_pem = key_in_file(next->key, next->token),
                                    .token = token_key(given, next->token),
                                    .certificate_pem = content_of(next->certificate),
                                    .from = next->from};
    for (auto const& path : given.decryption_keys) {
        settings.decryption_keys.push_back(decryption_key(path));
        settings.decryption_keys.back().published = settings.decryption_keys.size() == 1;
    }
    return settings;
}

std::string metadata_at_source(Configuration::EHerkenning const& given) {
    if (given.broker_metadata_url.empty())
        return content_of(given.broker_metadata);
    auto fetched = fetch_for(given)(given.broker_metadata_url, {});
    if (!fetched)
        throw foundation::Fault("the broker's metadata cannot be fetched: " + fetched.error());
    return *std::move(fetched);
}

std::unique_ptr<portal::Broker> broker_of(Configuration const& configuration,
                                          foundation::Instant now,
                                          std::function<void(std::string_view)> log) {
    auto settings = trusting_settings(configuration);
    settings.broker_metadata = metadata_at_source(configuration.eherkenning);
    return saml::make_broker(std::move(settings), now, std::move(log));
}

BrokerInUse broker_in_use(House& house, foundation::Instant now,
                          std::function<void(std::string_view)> const& log) {
    auto const& given = house.configuration.eherkenning;
    auto settings = trusting_settings(house.configuration);
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

saml::ServiceDescription service_description(Configuration const& configuration,
                                             foundation::Instant now) {
    auto const& given = configuration.service;
    auto const both = [](ServiceSettings::Text const& text) {
        return saml::BothLanguages{text.dutch, text.english};
    };
    if (given.oin.empty())
        throw foundation::Fault("[service] oin is missing: entity_id has none");
    if (given.instance_uuid.empty())
        throw foundation::Fault("[service] instance_uuid is missing: uuidgen makes one; it stays "
                                "the same as long as the service exists");
    auto const name = scheme_name(configuration.eherkenning.entity_id);
    return {.oin = given.oin,
            .organisation = both(given.organisation),
            .name = both(given.name),
            .description = both(given.description),
            .purpose = both(given.purpose),
            .broker_oin = broker_oin(configuration, now),
            .definition_uuid = given.definition_uuid,
            .instance_uuid = given.instance_uuid,
            .address = given.address,
            .privacy_address = given.privacy_address,
            .number = given.catalogue_number,
            .is_public = given.is_public,
            .is_for_testing = !name || name->is_for_testing(),
            .takes_branch_mandates = given.branch_mandates};
}

} // namespace server
