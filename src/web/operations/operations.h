#pragma once
#include "web/router.h"

namespace web::operations {

/// /health/live, /health/ready, /metrics: for the operator's machines, never for people.
std::span<Route const> routes();

} // namespace web::operations
