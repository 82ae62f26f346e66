#include "server/broker_setup.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "saml/broker_metadata.h"
#include "server/scheme_names.h"

#include <fmt/format.h>

namespace server {

using foundation::Secret;

std::optional<saml::xml::TokenKey> token_key(Configuration::EHerkenning const& given) {
    if (given.signing_token.empty())
        return std::nullopt;
    auto const pin = content_of(given.pkcs11_pin);
    return saml::xml::TokenKey{.uri = given.signing_token,
                               .module = given.pkcs11_module,
                               .pin = Secret<std::string>{std::string{foundation::trimmed(pin)}}};
}

namespace {

/// Unless it is configured, the broker's OIN is that in its name.
std::string broker_oin(Configuration const& configuration, foundation::Instant now) {
    if (!configuration.service.broker_oin.empty())
        return configuration.service.broker_oin;
    auto const& given = configuration.eherkenning;
    auto const metadata = saml::read_broker_metadata(
        content_of(given.broker_metadata),
        {.sha256 = given.broker_metadata_sha256, .signer_pem = {}, .entity_id = {}}, now,
        [](std::string_view) {});
    auto const name = scheme_name(metadata.entity_id);
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
        .signing_key_pem =
            Secret<std::string>{given.signing_token.empty() ? content_of(given.signing_key) : ""},
        .signing_token = token_key(given),
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
    for (auto const& path : given.decryption_keys)
        settings.decryption_keys.push_back(decryption_key(path));
    return settings;
}

std::unique_ptr<portal::Broker> broker_of(Configuration const& configuration,
                                          foundation::Instant now,
                                          std::function<void(std::string_view)> log) {
    auto settings = own_settings(configuration);
    settings.broker_metadata = content_of(configuration.eherkenning.broker_metadata);
    settings.broker_metadata_sha256 = configuration.eherkenning.broker_metadata_sha256;
    return saml::make_broker(std::move(settings), now, std::move(log));
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
