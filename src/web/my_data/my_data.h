#pragma once
#include "web/router.h"

namespace web::my_data {

/// /mijn-gegevens/…: own contact data, roles, link and sessions (manual 1.7, P5).
std::span<Route const> routes();

} // namespace web::my_data
