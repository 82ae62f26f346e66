#pragma once
#include "portal/facts.h"
#include "portal/overview/overview.h"

#include <map>
#include <string>
#include <vector>

namespace portal {

/// What a user sees of the own account beside what the session brings along already (P5.2).
struct OwnFile {
    std::vector<Correspondent> administrators;
    std::map<AccountId, std::string> granters; ///< who gave the roles, by name
    std::vector<Session> sessions;             ///< that are not over, the latest used first
    bool has_other_accounts = false;           ///< to switch to (P2.12)
};

OwnFile own_file(Archive& archive, overview::Standing const& standing, Policy const& policy,
                 foundation::Instant now);

/// P3.5: ended everywhere at once, on whatever node; the one that asks goes on.
void end_other_sessions(Archive& archive, Session const& own);

} // namespace portal
