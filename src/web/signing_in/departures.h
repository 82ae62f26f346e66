#pragma once
#include "http/response.h"
#include "portal/signing_in/sign_in.h"
#include "web/context.h"

namespace web::signing_in {

// A departure travels in a cookie of its own, under the first characters of its handle: several
// tabs have several departures, and none overwrites another's.

/// Whether one more request may be signed for this visitor; who is signed in always may (P3.10).
bool may_leave(Context const& context);

/// Gives the browser this departure and its pre-login cookie. It keeps the newest four: a head has
/// room for no more.
void give(http::Response& response, Context const& context,
          portal::signing_in::Tickets const& tickets);

/// The departure that came back with this handle and message. Both are used up by it in this
/// process, the departure for all nodes once its message is verified. The page is in its language
/// from here on, unless a session goes on.
std::optional<portal::signing_in::DepartureNote> departure_of(Context& context, portal::Door door,
                                                              std::string const& relay,
                                                              std::string_view message);

/// Takes the departure with this handle out of the browser when it has been used up.
void take_away_used(http::Response& response, Context const& context, std::string const& relay);

} // namespace web::signing_in
