#pragma once
#include "markup/button.h"
#include "markup/html.h"
#include "markup/url.h"
#include "web/context.h"

#include <vector>

/// A form whose fields are kept when its session cannot go on (P3.5): nothing typed is lost, and
/// nobody but the account that typed it sees it again. Works without script.
namespace web {

/// What such a form carries unseen: the session's token, and the mark of the account that fills it
/// in. The mark opens nothing; it tells a form of another account apart when the token is old.
std::vector<markup::Hidden> kept_form_fields(Context const& context);

/// Whether the form that was sent is one that this account was filling in.
bool filled_in_by(Context const& context, portal::AccountId const& account);

/// When the session's last quarter of an hour has begun: until when one is signed in, above the
/// form; and the button that keeps what was typed and signs in afresh, behind the others, since the
/// Enter key presses the first one. Nothing before that.
markup::Html renewal_notice(Context const& context);
markup::Html renewal_button(Context const& context);

/// After keeping what was typed: where the visitor goes when the form was not sent to go on with
/// it, but to sign in afresh, or because time was up. `form` is the page to come back to.
std::optional<http::Response> instead_of_going_on(Context& context, markup::Url const& form);

/// Signing in afresh, by the door that the session came in by, while the session lives on.
markup::Url renewal(portal::Session const& session, std::string_view back);

// What a form is answered whose fields were kept although it could not be taken.
http::Response kept_of_older_session(Context& context, markup::Url const& form); ///< 409
http::Response kept_of_ended_session(Context& context, markup::Url const& form); ///< 401

} // namespace web
