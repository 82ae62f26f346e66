#pragma once
#include "portal/signing_in/broker.h"
#include "server/configuration.h"
#include "server/house.h"
#include "server/metadata_source.h"

#include <functional>
#include <memory>

namespace server {

/// The broker as the configuration describes it. Throws Fault when it cannot be trusted.
std::unique_ptr<portal::Broker> broker_of(Configuration const& configuration,
                                          foundation::Instant now,
                                          std::function<void(std::string_view)> log);

/// The same with what keeps its metadata up to date while it serves.
struct BrokerInUse {
    std::shared_ptr<saml::KnownBroker> known;
    MetadataSource source;
    std::unique_ptr<portal::Broker> broker;
};
BrokerInUse broker_in_use(House& house, foundation::Instant now,
                          std::function<void(std::string_view)> const& log);

} // namespace server
