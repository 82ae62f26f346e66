#include "server/agency_login.h"

#include "foundation/digest.h"
#include "saml/agency/provider.h"

#include <array>

namespace server {

namespace {

using foundation::Secret;

constexpr std::string_view section = "agency_login";

std::map<std::string, std::vector<portal::StaffRole>, std::less<>> roles_of(SettingsFile& file) {
    std::map<std::string, std::vector<portal::StaffRole>, std::less<>> roles;
    for (auto const& [value, names] : file.table(section, "roles"))
        for (auto const& name : names) {
            if (auto const role = staff_role_named(name))
                roles[value].push_back(*role);
            else
                file.complain(section, "roles", "there is no staff role '" + name + "'");
        }
    return roles;
}

} // namespace

std::optional<portal::StaffRole> staff_role_named(std::string_view name) {
    using portal::StaffRole;
    static constexpr std::array known{
        std::pair{std::string_view{"registrar"}, StaffRole::registrar},
        std::pair{std::string_view{"approver"}, StaffRole::approver},
        std::pair{std::string_view{"helpdesk"}, StaffRole::helpdesk},
        std::pair{std::string_view{"auditor"}, StaffRole::auditor},
        std::pair{std::string_view{"catalogue-editor"}, StaffRole::catalogue_editor},
        std::pair{std::string_view{"communications"}, StaffRole::communications},
        std::pair{std::string_view{"security-officer"}, StaffRole::security_officer}};
    for (auto const& [word, role] : known)
        if (word == name)
            return role;
    return std::nullopt;
}

std::optional<Configuration::AgencyLogin> agency_login_of(SettingsFile& file,
                                                          Configuration const& rest) {
    if (!file.has(section))
        return std::nullopt;
    auto const own_id = rest.server.public_url + "/saml/dienst/metadata";
    Configuration::AgencyLogin login{
        .entity_id = file.text_or(section, "entity_id", own_id),
        .metadata = file.path(section, "metadata"),
        .metadata_sha256 = file.text_or(section, "metadata_sha256", ""),
        .metadata_signer = file.path_or_none(section, "metadata_signer"),
        .provider = file.text_or(section, "provider", ""),
        .signing_key = file.path_or_none(section, "signing_key"),
        .signing_certificate = file.path_or_none(section, "signing_certificate"),
        .subject_attribute = file.text_or(section, "subject_attribute", ""),
        .name_attribute = file.text(section, "name_attribute"),
        .mail_attribute = file.text(section, "mail_attribute"),
        .roles_attribute = file.text(section, "roles_attribute"),
        .roles = roles_of(file),
        .context_classes = file.texts_or_none(section, "context_classes"),
        .skew_seconds = static_cast<int>(file.number_or(section, "skew_seconds", 60, 5, 120))};
    if (login.signing_key.empty() != login.signing_certificate.empty())
        file.complain(section, "signing_key", "comes with signing_certificate, or not at all");
    if (login.signing_key.empty() && !rest.eherkenning.signing_token.empty())
        file.complain(section, "signing_key",
                      "must be a file of its own: the signing key of [eherkenning] is in a token");
    if (login.signing_key.empty()) {
        login.signing_key = rest.eherkenning.signing_key;
        login.signing_certificate = rest.eherkenning.signing_certificate;
    }
    return login;
}

saml::BrokerMetadata staff_provider_metadata(Configuration::AgencyLogin const& given,
                                             foundation::Instant now) {
    auto const file = content_of(given.metadata);
    auto const signer =
        given.metadata_signer.empty() ? std::string{} : content_of(given.metadata_signer);
    return saml::read_broker_metadata(file,
                                      {.sha256 = signer.empty() ? foundation::sha256_hex(file) : "",
                                       .signer_pem = signer,
                                       .entity_id = given.provider},
                                      now, [](std::string_view) {});
}

std::unique_ptr<portal::AgencyProvider>
agency_provider_of(Configuration const& configuration, foundation::Instant now,
                   std::function<void(std::string_view)> const& log) {
    if (!configuration.agency_login)
        return nullptr;
    auto const& given = *configuration.agency_login;
    return saml::agency::make_provider(
        {.entity_id = given.entity_id,
         .acs_address = configuration.server.public_url + "/saml/dienst/acs",
         .provider_metadata = content_of(given.metadata),
         .provider_metadata_sha256 = given.metadata_sha256,
         .provider_metadata_signer_pem =
             given.metadata_signer.empty() ? std::string{} : content_of(given.metadata_signer),
         .provider_entity_id = given.provider,
         .signing_key_pem = Secret<std::string>{content_of(given.signing_key)},
         .signing_certificate_pem = content_of(given.signing_certificate),
         .profile = {.subject_attribute = given.subject_attribute,
                     .name_attribute = given.name_attribute,
                     .mail_attribute = given.mail_attribute,
                     .roles_attribute = given.roles_attribute,
                     .roles = given.roles,
                     .context_classes = given.context_classes},
         .skew = std::chrono::seconds{given.skew_seconds}},
        now, log);
}

} // namespace server
