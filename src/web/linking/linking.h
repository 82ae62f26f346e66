#pragma once
#include "web/router.h"

namespace web::linking {

/// /koppelen/…: the linking process of manual 1.2, steps 2 to 5.
std::span<Route const> routes();

} // namespace web::linking
