#pragma once
#include "portal/signing_in/departure.h"
#include "portal/signing_in/staff_decide.h"
#include "web/context.h"

namespace web::signing_in {

// What staff are told at their own door: each refusal has a page, as at the broker's (P3.3). Who
// left from a session, by `note`, still has it and is led back.
http::Response staff_turned_away(Context& context, portal::Rejected const& rejected,
                                 portal::signing_in::DepartureNote const* note = nullptr);
http::Response staff_turned_away(Context& context, portal::signing_in::StaffRefusal refusal,
                                 portal::signing_in::DepartureNote const& note);
http::Response staff_departure_unknown(Context& context);

} // namespace web::signing_in
