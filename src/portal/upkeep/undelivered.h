#pragma once
#include "portal/archive.h"

#include <stop_token>
#include <string>
#include <vector>

namespace portal::upkeep {

/// P2.16: that a mail to a user will never arrive is kept in the journal, and the administrators
/// are mailed. Fifty at a time, until the program is to end. The ids of mails of which nobody could
/// be told.
std::vector<std::string> tell_of_undelivered(Archive& archive, foundation::Instant asked_at,
                                             std::stop_token const& ending = {});

} // namespace portal::upkeep
