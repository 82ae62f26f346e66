#pragma once
#include "markup/url.h"
#include "portal/administration/users.h"
#include "web/administration/frame.h"

namespace web::administration {

/// What became of a mail to this account, in a sentence or two (P2.16). Empty when nothing is
/// known.
std::string fate_in_words(Context const& context, portal::Account const& account,
                          std::optional<portal::MailFate> const& fate);

/// On top of the page of one user: what did not arrive, and the way on.
markup::Html undelivered(Context const& context, portal::Account const& account,
                         portal::administration::MailFates const& mails);

/// P2.17: below the heading of a page that asks whether a code may take the place of a valid one.
struct Question {
    markup::Url to;
    markup::Url back;
};
std::string code_again_title(Context const& context, portal::Account const& account);
markup::Html code_again(Context const& context, portal::Account const& account,
                        Question const& question);

/// What the form of that page says when it is sent; nothing when it brings what it should not.
std::optional<portal::administration::Resend> resend_asked(Context const& context);

} // namespace web::administration
