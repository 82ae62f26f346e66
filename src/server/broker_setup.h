#pragma once
#include "portal/signing_in/broker.h"
#include "server/configuration.h"

#include <functional>
#include <memory>

namespace server {

/// The broker as the configuration describes it. Throws Fault when it cannot be trusted.
std::unique_ptr<portal::Broker> broker_of(Configuration const& configuration,
                                          foundation::Instant now,
                                          std::function<void(std::string_view)> log);

} // namespace server
