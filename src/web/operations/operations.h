#pragma once
#include "web/router.h"

namespace web::operations {

/// Whether the program runs. Asks nobody, so that it can be answered whatever hangs (P3.10).
inline constexpr std::string_view live_path = "/health/live";
http::Response live();

/// /health/live and /health/ready: for the operator's machines, never for people.
std::span<Route const> routes();

/// The private listener, which nobody outside the operator's machines reaches: the same two pages
/// and /metrics, which say how busy we are and with what. Never throws.
http::Response answer_privately(Site const& site, http::Request const& request);

} // namespace web::operations
