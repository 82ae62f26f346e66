#pragma once
#include "mailbox/letters/letter.h"
#include "mailbox/letters/tray.h"
#include "markup/html.h"

#include <vector>

namespace mailbox {

markup::Html list_page(std::vector<Mail> const& mails);
markup::Html mail_page(Mail const& mail, Letter const& letter);

} // namespace mailbox
