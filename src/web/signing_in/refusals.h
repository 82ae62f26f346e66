#pragma once
#include "portal/signing_in/decide.h"
#include "web/context.h"

namespace web::signing_in {

// Each refusal of P3.3 has a page of its own, in the visitor's language, with the way on and the
// incident code. None starts signing in again by itself. `detail` is for the log only.
http::Response turned_away(Context& context, portal::Rejected const& rejected);
http::Response turned_away(Context& context, portal::signing_in::Refusal refusal);
/// Unknown, used, too old, or begun in another browser.
http::Response departure_unknown(Context& context);

} // namespace web::signing_in
