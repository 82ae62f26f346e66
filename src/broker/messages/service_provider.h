#pragma once
#include "broker/messages/keys.h"

#include <optional>
#include <string>
#include <vector>

namespace broker {

/// How the service provider takes the Response: as an artifact (eHerkenning), or in a form.
enum class Binding { artifact, post };

struct ConsumerEndpoint {
    int index;
    Binding binding;
    std::string location;
    bool is_default = false;
};

/// An AttributeConsumingService: one service of the service provider.
struct RequestedService {
    int index;
    std::string name;
    std::string service_id;              ///< urn:etoegang:DV:…:services:…
    std::vector<std::string> attributes; ///< the other attributes asked for
    bool is_default = false;
};

struct EncryptionKey {
    Certificate certificate;
    std::string key_name;
};

/// A service provider as its metadata describes it (eherkenning.md 4.3). One that is no party of
/// eHerkenning has no services and no encryption key, and gets plain attributes.
struct ServiceProvider {
    std::string entity_id;
    std::optional<std::string> organisation_name = {};
    std::vector<Certificate> signing;
    std::vector<EncryptionKey> encryption;
    std::vector<ConsumerEndpoint> endpoints;
    std::vector<RequestedService> services;
};

} // namespace broker
