#pragma once
#include "web/router.h"

namespace web::signing_in {

/// /saml/…, signing out, choosing an account, keeping the session.
std::span<Route const> routes();

} // namespace web::signing_in
