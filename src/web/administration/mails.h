#pragma once
#include "markup/url.h"
#include "portal/administration/users.h"
#include "web/administration/frame.h"

namespace web::administration {

/// On top of the page of one user: what did not arrive, and the way on.
markup::Html undelivered(Context const& context, portal::Account const& account,
                         portal::administration::MailFates const& mails);

/// The heading of the page that asks whether a code may take the place of a valid one.
std::string code_again_title(Context const& context, portal::Account const& account);
/// Until when that one is valid.
foundation::Instant code_until(Context const& context, portal::Account const& account);
/// What the form of that page says when it is sent; nothing when it brings what it should not.
std::optional<portal::administration::Resend> resend_asked(Context const& context);

} // namespace web::administration
