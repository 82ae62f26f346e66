#include "server/service_settings.h"

#include "foundation/text.h"
#include "portal/identity/mail_address.h"
#include "server/scheme_names.h"
#include "server/settings_file.h"

#include <fmt/format.h>

namespace server {

namespace {

constexpr std::size_t longest_name = 64; // eherkenning.md 4.4
constexpr std::size_t longest_text = 1024;
constexpr std::size_t longest_address = 512;

constexpr auto description_dutch =
    "Beveiligde website waarop organisaties gegevens uitwisselen met de dienst.";
constexpr auto description_english =
    "Secure website on which organisations exchange data with the agency.";
constexpr auto purpose_dutch =
    "Om te laten zien namens welke organisatie u bent ingelogd. De naam wordt niet bewaard.";
constexpr auto purpose_english =
    "To show for which organisation you have signed in. The name is not kept.";

std::string limited(SettingsFile& file, std::string const& key, std::string_view otherwise,
                    std::size_t longest) {
    auto text = file.text_or("service", key, otherwise);
    if (text.empty() || !foundation::is_utf8(text) || foundation::utf8_length(text) > longest)
        file.complain("service", key, fmt::format("must have 1 to {} characters", longest));
    return text;
}

ServiceSettings::Text both(SettingsFile& file, std::string const& key,
                           ServiceSettings::Text const& otherwise, std::size_t longest) {
    return {.dutch = limited(file, key, otherwise.dutch, longest),
            .english = limited(file, key + "_english", otherwise.english, longest)};
}

/// One text for both languages, unless English has its own.
ServiceSettings::Text name(SettingsFile& file, std::string const& key,
                           std::string const& otherwise) {
    auto const dutch = limited(file, key, otherwise, longest_name);
    return {.dutch = dutch, .english = limited(file, key + "_english", dutch, longest_name)};
}

std::string oin(SettingsFile& file, std::string const& key, std::string const& otherwise) {
    auto const text = file.text_or("service", key, otherwise);
    if (!text.empty() && !is_oin(text))
        file.complain("service", key, "must be 20 digits");
    return text;
}

std::string uuid(SettingsFile& file, std::string const& key, std::string const& otherwise) {
    auto const text = file.text_or("service", key, otherwise);
    if (text == otherwise) // of which [eherkenning] is the judge
        return text;
    bool fits = text.size() == 36;
    for (std::size_t i = 0; fits && i < text.size(); ++i)
        fits = i == 8 || i == 13 || i == 18 || i == 23
                   ? text[i] == '-'
                   : std::string_view{"0123456789abcdef"}.contains(text[i]);
    if (!fits)
        file.complain("service", key, "must be a UUID in lower case, as uuidgen makes them");
    return text;
}

std::string at(std::vector<std::string> const& texts, std::size_t place) {
    return place < texts.size() ? texts[place] : std::string{};
}

} // namespace

ServiceSettings service_of(SettingsFile& file, ServiceDefaults const& defaults) {
    auto const entity = scheme_name(defaults.entity_id);
    // An agency without a name is complained about elsewhere.
    auto const agency = defaults.agency.empty() ? "-" : defaults.agency;
    return {.name = name(file, "name", "Mijn DUO"),
            .description =
                both(file, "description", {description_dutch, description_english}, longest_text),
            .purpose = both(file, "purpose", {purpose_dutch, purpose_english}, longest_text),
            .organisation = name(file, "organisation", agency),
            .oin = oin(file, "oin", entity ? entity->oin : ""),
            .broker_oin = oin(file, "broker_oin", ""),
            .definition_uuid = uuid(file, "definition_uuid", at(defaults.service_uuids, 0)),
            .instance_uuid = uuid(file, "instance_uuid", at(defaults.service_uuids, 1)),
            .address = limited(file, "url", defaults.public_url + "/", longest_address),
            .privacy_address =
                limited(file, "privacy_url", defaults.public_url + "/privacy", longest_address),
            .catalogue_number =
                static_cast<int>(file.number_or("service", "catalogue_number", 1, 1, 1'000'000)),
            .is_public = file.flag_or("service", "public", true),
            .branch_mandates = file.flag_or("service", "branch_mandates", false)};
}

ContactSettings contact_of(SettingsFile& file) {
    auto const mail = file.text_or("contact", "mail", "");
    auto const address = portal::MailAddress::parse(mail);
    if (!address && !mail.empty())
        file.complain("contact", "mail", "must be one mail address");
    return {.mail = address ? address->sent() : std::string{},
            .company = file.text_or("contact", "company", ""),
            .given_name = file.text_or("contact", "given_name", ""),
            .surname = file.text_or("contact", "surname", ""),
            .telephone = file.text_or("contact", "telephone", "")};
}

} // namespace server
