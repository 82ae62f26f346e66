#include "server/demands.h"

#include "foundation/fault.h"
#include "server/commands.h"
#include "server/scheme_names.h"

#include <fmt/format.h>

namespace server::demands {

namespace {

struct SecretFile {
    std::string subject;
    std::filesystem::path file;
};

/// Every file with a secret that the configuration names; none for a key that is in a token.
std::vector<SecretFile> secret_files(Configuration const& configuration) {
    auto const& given = configuration.eherkenning;
    std::vector<SecretFile> files{{"master key", configuration.server.master_key_file},
                                  {"mail password", configuration.mail.password},
                                  {"PIN", given.pkcs11_pin},
                                  {"client key", given.client_key}};
    if (given.signing_token.empty())
        files.push_back({"signing key", given.signing_key});
    if (given.next_signing && given.next_signing->token.empty())
        files.push_back({"next signing key", given.next_signing->key});
    for (auto const& key : given.decryption_keys)
        files.push_back({"decryption key " + key.filename().string(), key});
    if (auto const& login = configuration.agency_login;
        login && login->signing_key != given.signing_key)
        files.push_back({"staff signing key", login->signing_key});
    std::erase_if(files, [](SecretFile const& each) { return each.file.empty(); });
    return files;
}

bool is_for_testing(std::string_view entity_id) {
    auto const name = scheme_name(entity_id);
    return name && name->kind == "entities" && name->is_for_testing();
}

bool is_https(std::string_view address) { return address.starts_with("https://"); }

} // namespace

std::optional<std::string> open_to_others(std::filesystem::path const& file) {
    using std::filesystem::perms;
    std::error_code absent;
    auto const mode = std::filesystem::status(file, absent).permissions();
    if (absent || (mode & (perms::group_all | perms::others_all)) == perms::none)
        return std::nullopt;
    return fmt::format("others than its owner may use {0}: chmod 400 {0}", file.string());
}

List of_configuration(Configuration const& configuration) {
    if (configuration.server.testing)
        return {};
    List unmet;
    for (auto const& [subject, file] : secret_files(configuration))
        if (auto const wrong = open_to_others(file))
            unmet.push_back({subject, *wrong});
    if (is_for_testing(configuration.eherkenning.entity_id))
        unmet.push_back({"entity_id", "has a number from 9000 to 9999, which are for testing, and "
                                      "[server] testing is false: production has 0 to 8999"});
    if (!is_https(configuration.server.public_url))
        unmet.push_back({"public_url", "must be https: the portal's cookies are all Secure, and a "
                                       "browser drops them without it"});
    return unmet;
}

List of_provider(Configuration const& configuration, std::string_view subject,
                 saml::BrokerMetadata const& metadata) {
    if (configuration.server.testing)
        return {};
    List unmet;
    std::string const about{subject};
    auto const addressed = [&](std::string const& address) {
        if (!is_https(address))
            unmet.push_back({about, address + " is not https: what passes there can be read and "
                                              "changed on its way; get its metadata for "
                                              "production"});
    };
    addressed(metadata.sign_on_address);
    for (auto const& endpoint : metadata.artifact_endpoints)
        addressed(endpoint.location);
    if (is_for_testing(metadata.entity_id))
        unmet.push_back({about, metadata.entity_id + " is one for testing, which signs in whom it "
                                                     "likes; get its metadata for production"});
    return unmet;
}

List of_archive(Configuration const& configuration, portal::Archive& archive) {
    if (configuration.server.testing || !has_demo_cast(archive))
        return {};
    return {{"database", "holds the demo cast, whom the test broker signs in: begin with an empty "
                         "database"}};
}

void meet(List const& unmet) {
    if (unmet.empty())
        return;
    std::string text = "[server] testing is false, and this is not fit for real visitors:";
    for (auto const& [subject, said] : unmet)
        text.append("\n  ").append(subject).append(": ").append(said);
    throw foundation::Fault(text);
}

} // namespace server::demands
