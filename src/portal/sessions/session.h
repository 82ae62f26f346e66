#pragma once
#include "portal/accounts/account.h"

#include <optional>
#include <string>

namespace portal {

/// A visitor who came in by one of the doors. Named in the database by the digest of the cookie's
/// value: a copy of the database opens no session.
struct Session {
    std::string digest;
    Door door = Door::eherkenning;
    std::optional<AccountId> account; ///< empty: signed in, but not (yet) linked or chosen
    Identity identity; ///< of staff by their own door: no pseudonym, the agency's number
    AssuranceLevel level = AssuranceLevel::loa3;
    std::optional<std::string> branch_number;
    Language language = Language::dutch;
    std::string form_token;  ///< every form carries it back
    std::string return_path; ///< where the visitor was going; own path or empty
    foundation::Instant started_at{};
    foundation::Instant seen_at{};

    /// P3.5: at the first of 15 minutes after the last activity and 4 hours after the start. Staff
    /// have limits of their own (P8.1).
    foundation::Instant ends_at(Policy const& policy) const;
    bool over(Policy const& policy, foundation::Instant now) const {
        return now >= ends_at(policy);
    }
};

} // namespace portal
