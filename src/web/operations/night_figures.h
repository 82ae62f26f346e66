#pragma once
#include "portal/upkeep/night.h"

#include <string>

namespace web::operations {

/// What the last nightly job did and when (P8.14), in Prometheus' text format.
std::string written(portal::upkeep::Night const& night, foundation::Instant now);

} // namespace web::operations
