#pragma once
#include "web/context.h"

namespace web::public_pages {

/// POST /taal: the language is kept in a cookie, and for who is signed in also in the session and
/// in the account (P3.8). Leads back to the page it was chosen on.
http::Response choose_language(Context& context);

} // namespace web::public_pages
