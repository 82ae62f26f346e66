#pragma once
#include "web/context.h"

namespace web::signing_in {

/// Signs the visitor out and leads to the page that says so. The session ends in the database, so
/// Back in the browser shows nothing (P3.6).
http::Response leave(Context& context);

} // namespace web::signing_in
