#pragma once
#include "portal/sessions/session.h"

namespace portal::signing_in {

/// Whether a session still opens its account, asked anew at each request (P3.5, D7). Each door
/// opens only what is behind it (P8.1): eHerkenning no account of the agency where staff have a
/// door of their own, and that door nothing but accounts of the agency that hold a staff role.
/// Pure.
bool opens(Session const& session, Account const& account, Organisation const& organisation,
           Policy const& policy, foundation::Instant now);

} // namespace portal::signing_in
