#pragma once
#include "http/cookie.h"
#include "portal/signing_in/sign_in.h"
#include "web/context.h"

namespace web::signing_in {

// The way out to the broker and back in (P3.1; eherkenning.md 9.1 to 9.4).
http::Response depart(Context& context);         ///< GET /saml/login
http::Response come_back(Context& context);      ///< GET /saml/acs
http::Response come_back_sent(Context& context); ///< POST /saml/acs
http::Response metadata(Context& context);       ///< GET /saml/metadata

// What every door of this room needs, the one of staff too.

/// The cookie that ties a departure to its browser, and its value in a request.
http::SetCookie browser_cookie_of(std::string const& value);
std::string browser_of(Context const& context);

/// Metadata that was signed before, with its entity tag; 304 to whoever has it.
http::Response metadata_of(Context const& context, std::string const& text);

struct Leaving {
    std::string_view heading, text, button;
};
/// The page whose form posts the AuthnRequest. The script sends it at once; without script a button
/// does.
http::Response leaving_page(Context const& context, portal::Departure const& departure,
                            std::string const& relay, Leaving const& said);

/// What the broker said of one who came back: the person who arrived is let in or refused.
http::Response received(Context& context,
                        std::expected<portal::Arrival, portal::Rejected> const& arrival,
                        portal::signing_in::DepartureNote const& note);

/// On to where the visitor was going, with the cookie of the new session.
http::Response let_in(Context& context, portal::signing_in::SignedInVisitor const& visitor);

} // namespace web::signing_in
