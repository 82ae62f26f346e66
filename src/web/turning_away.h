#pragma once
#include "web/router.h"

namespace web {

/// Whether the visitor may come to the page at all; otherwise where to send, or what to say.
std::optional<http::Response> turned_away(Who who, Context& context);

/// A form with a token that does not count any more. The account that typed it finds it back;
/// another account, or a page of elsewhere, does not.
http::Response older_form(Route const& route, Context& context);

/// P3.5: the session ran out while somebody was typing. The cookie and the form's token say whose
/// form it is; it is kept for that account and nothing else happens.
std::optional<http::Response> kept_at_the_end(Route const& route, Context& context);

/// What a page refused may have been refused because the session, or the right to come here, ended
/// while the request waited for its turn to write (decision 0141): then that is what the visitor is
/// told, and a form that is kept at the end of a session is kept.
std::optional<http::Response> gone_meanwhile(Route const& route, Context& context, int status);

} // namespace web
