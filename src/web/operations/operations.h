#pragma once
#include "web/router.h"

namespace web::operations {

/// Whether the program runs. Asks nobody, so that it can be answered whatever hangs (P3.10).
inline constexpr std::string_view live_path = "/health/live";
http::Response live();

/// /health/live, /health/ready, /metrics: for the operator's machines, never for people.
std::span<Route const> routes();

} // namespace web::operations
