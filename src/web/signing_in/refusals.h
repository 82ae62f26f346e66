#pragma once
#include "portal/signing_in/decide.h"
#include "portal/signing_in/departure.h"
#include "web/context.h"

namespace web::signing_in {

// Each refusal of P3.3 has a page of its own, in the visitor's language, with the way on and the
// incident code. None starts signing in again by itself. `detail` is for the log only. Who left
// from a session, by `note`, still has it and is led back to the overview.
http::Response turned_away(Context& context, portal::Rejected const& rejected,
                           portal::signing_in::DepartureNote const* note = nullptr);
http::Response turned_away(Context& context, portal::signing_in::Refusal refusal,
                           portal::signing_in::DepartureNote const& note);
/// Unknown, used, too old, or begun in another browser.
http::Response departure_unknown(Context& context);

} // namespace web::signing_in
