#pragma once
#include "web/context.h"

namespace web {

// The pages that say that something cannot be. Each tells what the visitor can do now.
http::Response not_found(Context& context);          ///< 404; the same for foreign and absent ids
http::Response forbidden(Context& context);          ///< 403
http::Response bad_request(Context& context);        ///< 400
http::Response method_not_allowed(Context& context); ///< 405
http::Response stale_form(Context& context);         ///< 409: sent twice, or from an older session
http::Response session_needed(Context& context);     ///< 401, or 303 to signing in for a GET
http::Response out_of_order(Context& context, int status); ///< 500, 503: with the incident code

} // namespace web
