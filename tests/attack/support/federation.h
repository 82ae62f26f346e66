#pragma once
#include "saml/fetch.h"
#include "saml/known_broker.h"
#include "support/stronghold.h"
#include "support/tls_host.h"

#include <ctime>
#include <fstream>

/// Who signs the broker's metadata and offers it over TLS, and what the portal needs to believe it.
namespace attack {

/// Signs the metadata; no key of the broker itself.
inline hostile::KeyPair const& federation() { return world::keys().stranger; }

/// The broker's metadata with these keys, signed by the federation; it has an end.
inline std::string
metadata_with(std::vector<hostile::KeyPair const*> keys,
              std::string const& attributes = " validUntil=\"2026-12-05T00:00:00Z\"") {
    auto file = world::broker_metadata();
    file.signing_keys = std::move(keys);
    file.root_attributes = attributes;
    file.signing = {.key = &federation(), .present = true};
    return hostile::metadata(file);
}

inline std::shared_ptr<saml::KnownBroker> believing_the_federation() {
    return std::make_shared<saml::KnownBroker>(
        saml::MetadataTrust{.sha256 = {},
                            .signer_pem = federation().certificate_pem,
                            .entity_id = std::string{world::broker_entity_id}},
        saml::KnownBroker::Demands{}, [](std::string_view) {});
}

/// The host's certificate counts by the machine's own clock.
inline hostile::KeyPair tls_key(std::size_t number = 0) {
    auto const now = static_cast<long>(std::time(nullptr));
    return hostile::KeyPair::kept(number, now - 86'400, now + 86'400);
}

inline saml::Fetch fetch_trusting(hostile::KeyPair const& key, world::Folder const& folder,
                                  std::chrono::milliseconds timeout = std::chrono::seconds{10}) {
    auto const file = folder.path() / (key.key_name + ".pem");
    std::ofstream{file} << key.certificate_pem;
    return saml::make_fetch({.authorities_file = file.string(), .timeout = timeout});
}

} // namespace attack
