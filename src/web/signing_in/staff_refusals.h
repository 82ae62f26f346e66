#pragma once
#include "portal/signing_in/staff_decide.h"
#include "web/context.h"

namespace web::signing_in {

// What staff are told at their own door: each refusal has a page, as at the broker's (P3.3).
http::Response staff_turned_away(Context& context, portal::Rejected const& rejected);
http::Response staff_turned_away(Context& context, portal::signing_in::StaffRefusal refusal);
http::Response staff_departure_unknown(Context& context);

/// To who came by eHerkenning to an account of the agency: which door is theirs.
http::Response staff_have_own_door(Context& context);

} // namespace web::signing_in
