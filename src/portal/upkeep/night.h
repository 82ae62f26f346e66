#pragma once
#include "foundation/civil_date.h"

#include <optional>

namespace portal::upkeep {

/// The nightly job that is owed at this moment: that of the last time that it was three o'clock on
/// Amsterdam's clock. Who was down at three owes it still.
foundation::CivilDate night_owed(foundation::Instant now);

/// What is kept of a nightly job (P8.14).
struct Night {
    foundation::CivilDate date;
    foundation::Instant began_at{};
    std::optional<foundation::Instant> ended_at{}; ///< nothing: it has not come to its end
    int lapsed = 0;
    int warned = 0;
    int never_linked = 0;
    int forms_erased = 0;
    int expiring = 0;   ///< mails about what runs out
    int unreadable = 0; ///< accounts that were left out
};

} // namespace portal::upkeep
