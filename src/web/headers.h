#pragma once
#include "web/context.h"

namespace web {

/// What every answer carries: a strict Content-Security-Policy and its companions, and no-store on
/// everything, so that Back shows nothing after signing out (P3.6). A page may have set its own
/// policy (the form that posts to the broker); it is left alone.
void add_headers(http::Response& response, Context const& context);

} // namespace web
