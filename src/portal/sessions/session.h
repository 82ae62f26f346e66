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
    /// 4 hours after the start: the scheme wants a fresh statement by then, whatever the activity.
    foundation::Instant latest_end(Policy const& policy) const {
        return started_at +
               (door == Door::agency ? policy.staff_session_total : policy.session_total);
    }
    /// From when going on no longer moves the end: only signing in afresh does.
    bool must_renew(Policy const& policy, foundation::Instant now) const {
        return now + longest_pause(policy) >= latest_end(policy);
    }
    /// P3.5: over, but what was typed under it may still be kept for its account.
    bool may_still_keep(Policy const& policy, foundation::Instant now) const {
        return account && over(policy, now) && now < ends_at(policy) + policy.ended_session_keeps;
    }
    bool over(Policy const& policy, foundation::Instant now) const {
        return now >= ends_at(policy);
    }

private:
    foundation::Duration longest_pause(Policy const& policy) const {
        return door == Door::agency ? policy.staff_session_idle : policy.session_idle;
    }
};

} // namespace portal
