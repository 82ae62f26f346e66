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

OwnFile own_file(Archive& archive, Standing const& standing, Policy const& policy,
                 foundation::Instant now);

/// P3.5: ended everywhere at once, on whatever node; the one that asks goes on. False when that one
/// was ended first: of two sessions that end each other one is left.
bool end_other_sessions(Desk const& desk, Claim const& claim);

} // namespace portal
