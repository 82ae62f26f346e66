#pragma once
#include "markup/url.h"
#include "portal/correspondence/mail.h"
#include "web/frame.h"

namespace web {

/// What became of a mail to this address, in a sentence or two (P2.16). Empty when nothing is
/// known.
std::string fate_in_words(Context const& context, std::string const& address,
                          std::optional<portal::MailFate> const& fate);

/// P2.17: below the heading of a page that asks whether a code may take the place of one that is
/// valid until this moment. Its form brings opnieuw=ja.
struct Question {
    markup::Url to;
    markup::Html cancel;
};
markup::Html code_again(Context const& context, foundation::Instant until,
                        Question const& question);

} // namespace web
