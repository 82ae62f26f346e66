#pragma once
#include "mailbox/letters/tray.h"

#include <string>
#include <vector>

namespace mailbox {

/// [{number, received, from, to, subject}], newest first.
std::string json_list(std::vector<Mail> const& mails);
/// {number, received, from, to, subject, text, html, attachments: [{name, content_type, size,
/// href}]}
std::string json_mail(Mail const& mail);

} // namespace mailbox
