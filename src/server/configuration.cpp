#include "server/configuration.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "portal/identity/mail_address.h"
#include "saml/back_channel.h"
#include "saml/xml/token.h"
#include "server/agency_login.h"
#include "server/settings_file.h"

#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace server {

using foundation::Fault;

namespace {

using Listener = Configuration::Server::Listener;

/// Nothing when the text is empty.
std::optional<Listener> listener_of(SettingsFile& file, std::string_view key,
                                    std::string_view otherwise) {
    auto const text = file.text_or("server", key, otherwise);
    if (text.empty())
        return std::nullopt;
    auto const colon = text.rfind(':');
    Listener listener{.address = text.substr(0, colon)};
    auto const digits = std::string_view{text}.substr(colon == std::string::npos ? 0 : colon + 1);
    auto const read = std::from_chars(digits.data(), digits.data() + digits.size(), listener.port);
    if (colon == std::string::npos || read.ec != std::errc{} ||
        read.ptr != digits.data() + digits.size())
        file.complain("server", key, fmt::format("must be ADDRESS:PORT, such as {}", otherwise));
    return listener;
}

Listener listen_of(SettingsFile& file) {
    auto const listener = listener_of(file, "listen", "127.0.0.1:8080");
    if (!listener)
        file.complain("server", "listen", "is empty");
    return listener.value_or(Listener{});
}

foundation::MasterKey master_key_of(SettingsFile& file) {
    auto const path = file.path("server", "master_key");
    foundation::SystemRandomness chance;
    auto nobody = foundation::MasterKey::parse(foundation::MasterKey::mint(chance)).value();
    if (!std::filesystem::is_regular_file(path)) {
        file.complain("server", "master_key", "there is no such file");
        return nobody;
    }
    try {
        if (auto key = foundation::MasterKey::parse(foundation::trimmed(content_of(path))))
            return *key;
        file.complain("server", "master_key", "the file must hold 64 hexadecimal digits");
    } catch (Fault const&) {
        file.complain("server", "master_key", "the file cannot be read by this user");
    }
    return nobody;
}

std::string public_url_of(SettingsFile& file) {
    auto url = file.text("server", "public_url");
    if (url.ends_with('/'))
        url.pop_back();
    bool const local = url.starts_with("http://localhost") || url.starts_with("http://127.0.0.1");
    if (!url.empty() && !url.starts_with("https://") && !local)
        file.complain("server", "public_url", "must start with https://");
    return url;
}

std::vector<foundation::Network> proxies_of(SettingsFile& file) {
    std::vector<foundation::Network> proxies;
    for (auto const& text : file.texts_or_none("server", "proxies")) {
        if (auto const network = foundation::Network::parse(text))
            proxies.push_back(*network);
        else
            file.complain("server", "proxies",
                          "\"" + text + "\" is no address or network, such as 10.0.0.0/8");
    }
    return proxies;
}

Configuration::Server server_of(SettingsFile& file) {
    return {.public_url = public_url_of(file),
            .listen = listen_of(file),
            .private_listen = listener_of(file, "private_listen", "127.0.0.1:9464"),
            .master_key = master_key_of(file),
            .master_key_file = file.path_or_none("server", "master_key"),
            .threads = static_cast<int>(file.number_or("server", "threads", 8, 1, 256)),
            .testing = file.flag_or("server", "testing", true),
            .connections_per_address = static_cast<int>(
                file.number_or("server", "connections_per_address", 2000, 1, 100'000)),
            .proxies = proxies_of(file)};
}

portal::AssuranceLevel level_of(SettingsFile& file) {
    auto const level = file.text_or("eherkenning", "minimum_level", "loa3");
    if (level == "loa4")
        return portal::AssuranceLevel::loa4;
    if (level != "loa3")
        file.complain("eherkenning", "minimum_level", "must be \"loa3\" or \"loa4\"");
    return portal::AssuranceLevel::loa3;
}

/// The address of a key in a token; empty when it is in a file.
std::string token_of(SettingsFile& file, std::string_view name) {
    auto const key = file.text_or("eherkenning", name, "");
    bool const in_token = saml::xml::is_token_uri(key);
    if (key.find("pin-value=") != std::string::npos || key.find("pin-source=") != std::string::npos)
        file.complain("eherkenning", name,
                      "holds a PIN; put it in a file and name that in pkcs11_pin");
    if (in_token)
        for (auto const* needed : {"pkcs11_module", "pkcs11_pin"})
            file.text(std::string_view{"eherkenning"}, needed);
    return in_token ? key : "";
}

/// A file or an address; and an address says too who is meant and by what it is believed.
void check_metadata_place(SettingsFile& file, Configuration::EHerkenning const& given) {
    auto const& url = given.broker_metadata_url;
    if (url.empty() == given.broker_metadata.empty())
        file.complain("eherkenning", "broker_metadata",
                      url.empty() ? "is missing (or broker_metadata_url)"
                                  : "is a file or broker_metadata_url, not both");
    if (url.empty())
        return;
    if (!saml::is_permitted_address(url, false))
        file.complain("eherkenning", "broker_metadata_url", "must start with https://");
    if (given.broker_entity_id.empty())
        file.complain("eherkenning", "broker_entity_id", "is missing: an address needs it");
    if (given.broker_metadata_signer.empty() && given.broker_metadata_sha256.empty())
        file.complain("eherkenning", "broker_metadata_signer",
                      "is missing: an address needs it, or broker_metadata_sha256");
}

std::optional<Configuration::EHerkenning::NextSigning> next_signing_of(SettingsFile& file) {
    auto const key = file.path_or_none("eherkenning", "next_signing_key");
    auto const certificate = file.path_or_none("eherkenning", "next_signing_certificate");
    auto const from = file.text_or("eherkenning", "next_signing_from", "");
    if (key.empty() && certificate.empty() && from.empty())
        return std::nullopt;
    auto const moment = foundation::parse_rfc3339(from);
    if (key.empty() || certificate.empty())
        file.complain("eherkenning", "next_signing_key",
                      "and next_signing_certificate and next_signing_from come together");
    if (!moment)
        file.complain("eherkenning", "next_signing_from",
                      "must be an instant such as 2026-11-23T03:00:00Z");
    return Configuration::EHerkenning::NextSigning{.key = key,
                                                   .token = token_of(file, "next_signing_key"),
                                                   .certificate = certificate,
                                                   .from = moment.value_or(foundation::Instant{})};
}

Configuration::EHerkenning eherkenning_of(SettingsFile& file) {
    if (file.text_or("eherkenning", "profile", "etoegang-1.13") != "etoegang-1.13")
        file.complain("eherkenning", "profile", "must be \"etoegang-1.13\"");
    auto const binding = file.text_or("eherkenning", "response_binding", "artifact");
    if (binding != "artifact" && binding != "post")
        file.complain("eherkenning", "response_binding", "must be \"artifact\" or \"post\"");
    Configuration::EHerkenning given{
        .entity_id = file.text("eherkenning", "entity_id"),
        .service_id = file.text("eherkenning", "service_id"),
        .service_uuids = file.texts("eherkenning", "service_uuid"),
        .minimum_level = level_of(file),
        .broker_metadata = file.path_or_none("eherkenning", "broker_metadata"),
        .broker_metadata_url = file.text_or("eherkenning", "broker_metadata_url", ""),
        .broker_metadata_sha256 = file.text_or("eherkenning", "broker_metadata_sha256", ""),
        .broker_metadata_signer = file.path_or_none("eherkenning", "broker_metadata_signer"),
        .broker_entity_id = file.text_or("eherkenning", "broker_entity_id", ""),
        .signing_key = file.path("eherkenning", "signing_key"),
        .signing_token = token_of(file, "signing_key"),
        .pkcs11_module = file.text_or("eherkenning", "pkcs11_module", ""),
        .pkcs11_pin = file.path_or_none("eherkenning", "pkcs11_pin"),
        .signing_certificate = file.path("eherkenning", "signing_certificate"),
        .next_signing = next_signing_of(file),
        .decryption_keys = file.paths("eherkenning", "decryption_keys"),
        .post_binding = binding == "post",
        .skew_seconds = static_cast<int>(file.number_or("eherkenning", "skew_seconds", 60, 5, 120)),
        .authorities = file.path_or_none("eherkenning", "authorities"),
        .client_certificate = file.path_or_none("eherkenning", "client_certificate"),
        .client_key = file.path_or_none("eherkenning", "client_key")};
    check_metadata_place(file, given);
    return given;
}

/// "noreply@example.nl" or "Mijn DUO <noreply@example.nl>", as mail servers know it.
std::string sender_of(SettingsFile& file) {
    auto const text = file.text("mail", "from");
    auto const opened = text.find('<');
    auto const closed = text.find('>', opened);
    auto const bare =
        closed == std::string::npos ? text : text.substr(opened + 1, closed - opened - 1);
    auto const address = portal::MailAddress::parse(bare);
    if (!address && !text.empty())
        file.complain("mail", "from", "must be one mail address");
    return address ? address->sent() : std::string{};
}

Configuration::Mail mail_of(SettingsFile& file) {
    auto const transport = file.text_or("mail", "transport", "smtp");
    if (transport != "smtp" && transport != "file")
        file.complain("mail", "transport", "must be \"smtp\" or \"file\"");
    return {.transport = transport,
            .smtp_url = file.text_or("mail", "smtp_url", ""),
            .from = sender_of(file),
            .folder = file.path_or_none("mail", "folder"),
            .user = file.text_or("mail", "user", ""),
            .password = file.path_or_none("mail", "password"),
            .bulk_per_minute = static_cast<int>(file.number_or(
                "mail", "bulk_per_minute", portal::Policy{}.bulk_mails_a_minute, 1, 1'000'000))};
}

Configuration::Agency agency_of(SettingsFile& file) {
    auto const kvk = portal::KvkNumber::parse(file.text("agency", "kvk"));
    if (!kvk)
        file.complain("agency", "kvk", "must be 8 digits");
    return {.name = file.text("agency", "name"),
            .kvk = kvk.value_or(portal::KvkNumber::parse("00000000").value())};
}

Configuration drafted(SettingsFile& file) {
    Configuration configuration{.server = server_of(file),
                                .database = {.url = file.text("database", "url"),
                                             .connections = static_cast<int>(file.number_or(
                                                 "database", "connections", 10, 2, 256))},
                                .catalogue = file.path("catalogue", "folder"),
                                .eherkenning = eherkenning_of(file),
                                .mail = mail_of(file),
                                .agency = agency_of(file),
                                .service = {},
                                .contact = contact_of(file)};
    configuration.service =
        service_of(file, {.public_url = configuration.server.public_url,
                          .agency = configuration.agency.name,
                          .entity_id = configuration.eherkenning.entity_id,
                          .service_uuids = configuration.eherkenning.service_uuids});
    configuration.agency_login = agency_login_of(file, configuration);
    return configuration;
}

} // namespace

Configuration read_configuration(std::filesystem::path const& path) {
    SettingsFile file{path};
    auto configuration = drafted(file);
    file.finish();
    return configuration;
}

DraftConfiguration draft_configuration(std::filesystem::path const& path) {
    SettingsFile file{path};
    auto configuration = drafted(file);
    return {.configuration = std::move(configuration), .complaints = file.complaints()};
}

std::string content_of(std::filesystem::path const& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in)
        throw Fault("cannot read " + file.string());
    std::ostringstream content;
    content << in.rdbuf();
    return std::move(content).str();
}

} // namespace server
