#pragma once
#include "web/router.h"

namespace web::agency {

/// /dienst/…: what the agency's staff do: organisations, and administrators from the signed form
/// (P2.1, P2.2).
std::span<Route const> routes();

} // namespace web::agency
