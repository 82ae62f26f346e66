#pragma once
#include "foundation/randomness.h"
#include "http/cookie.h"
#include "markup/url.h"
#include "web/context.h"

namespace web {

inline constexpr std::string_view session_cookie = "__Host-mijnduo";
inline constexpr std::string_view browser_cookie = "__Host-mijnduo-login"; ///< before signing in
inline constexpr std::string_view language_cookie = "__Host-mijnduo-taal";

/// Fills in who sends the request and in which language to answer: `?taal=`, then the session, then
/// the cookie, then Accept-Language. A session that is over opens nothing; one that is live is
/// touched.
void recognise(Context& context);

/// The cookie that carries a session: out of reach of scripts, gone when the browser closes.
http::SetCookie session_cookie_of(std::string const& token);
http::SetCookie no_session_cookie();

/// Where one signs in by this door.
markup::Url sign_in_at(portal::Door door);

/// Eight characters, to find one event back in the log.
std::string new_incident(foundation::Randomness& randomness);

/// The same page in the other language.
portal::Language other(portal::Language language);

} // namespace web
