#pragma once
#include "web/router.h"

namespace web::public_pages {

/// What anybody may read: signing in by sector, help, contact, the legal pages, revoking a link.
std::span<Route const> routes();

} // namespace web::public_pages
