#pragma once
#include "delivery/mail_text.h"
#include "foundation/instant.h"

#include <string>
#include <string_view>

namespace delivery {

/// Exactly one address that can stand in a header and between the angle brackets of SMTP: ASCII,
/// one
/// '@', no spaces, quotes, brackets, commas or control characters.
bool is_one_address(std::string_view text);

/// Whom a message goes to, and under which name it is known to mail servers.
struct MessageHead {
    std::string id;   ///< left part of the Message-ID: the same at every attempt
    std::string from; ///< must hold is_one_address, as `to` must
    std::string to;
    std::string name; ///< of the receiver; left out when it holds control characters
    foundation::Instant date;
    portal::Language language;
};

/// The whole message (RFC 5322, MIME): text and HTML as alternatives, the HTML with the site's mark
/// beside it, lines of at most 78 characters.
std::string mime_message(MessageHead const& head, MailText const& text);

/// The text as RFC 2047 words when a header could not hold it as it is.
std::string header_text(std::string_view text);

std::string quoted_printable(std::string_view text);

} // namespace delivery
