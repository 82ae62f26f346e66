#pragma once
#include "http/message.h"
#include "mailbox/letters/tray.h"

namespace mailbox {

/// The pages and the JSON of the mailbox. Only for a browser that names this very machine: another
/// host's name that leads here would let any site on the web read along.
http::Response answer(Tray& tray, http::Request const& request);

} // namespace mailbox
