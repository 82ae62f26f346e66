#pragma once
#include "web/router.h"

namespace web::overview {

/// /overzicht, /snel-naar and /mededelingen: what a user sees after signing in (manual 1.6).
std::span<Route const> routes();

} // namespace web::overview
