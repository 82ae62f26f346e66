#pragma once
#include "portal/archive.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace portal::upkeep {

/// Asked between two transactions of a long job: false ends it there.
using GoOn = std::function<bool()>;

struct NightlyReport {
    int lapsed = 0;
    int warned = 0;
    int never_linked = 0;
    int forms_erased = 0;
    /// Ids of accounts that were left out, since a row of them or around them cannot be read.
    std::vector<std::string> unreadable{};
    std::vector<std::string> failed{}; ///< which parts did not come to their end, and why
    bool cut_short = false;            ///< it was told not to go on
};

/// P3.4: undoes links unused for 18 months, warns 90, 30 and 7 days ahead (each once), reports
/// registrations never linked after 60 days to their administrators, erases scans of signed forms
/// whose time is over (P8.9), and sweeps what has run out.
/// In batches of their own transactions; running it again the same night changes nothing. An
/// account that cannot be read, or a part that fails, keeps nothing else from being done. `as_if`:
/// as it would be at that moment; what was done is in the journal at the moment it was.
NightlyReport nightly(
    Archive& archive, Policy const& policy, foundation::Instant asked_at,
    GoOn const& go_on = [] { return true; },
    std::optional<foundation::Instant> const& as_if = std::nullopt);

} // namespace portal::upkeep
