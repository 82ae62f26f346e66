#pragma once
#include "portal/signing_in/broker.h"

#include <string>

namespace web::operations {

/// What runs out and whether the broker is called, in Prometheus' text format.
std::string written(portal::BrokerCondition const& condition, foundation::Instant now);

} // namespace web::operations
