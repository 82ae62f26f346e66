#pragma once
#include "web/router.h"

namespace web::administration {

/// /beheer/…: what an administrator does for the users of the own organisation (product.md 2 and
/// 6).
std::span<Route const> routes();

} // namespace web::administration
