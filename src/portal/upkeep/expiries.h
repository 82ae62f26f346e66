#pragma once
#include "portal/archive.h"
#include "portal/keys/expiry.h"

#include <span>

namespace portal::upkeep {

/// Warns the agency's registrars by mail of what runs out within 60, 30 and 7 days, each of them
/// once for each thing and number of days; how many mails that were. Running it again the same
/// night changes nothing.
int warn_of_expiries(Archive& archive, std::span<keys::Expiry const> expiries,
                     foundation::Instant now);

} // namespace portal::upkeep
