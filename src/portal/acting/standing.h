#pragma once
#include "portal/archive.h"
#include "portal/sessions/session.h"

#include <optional>
#include <string>
#include <vector>

namespace portal {

/// Somebody with all that decides what he may do, as it was at one look. Pages look by the standing
/// that came with the request; whoever acts gets his anew inside the change (portal/acting/desk.h).
struct Standing {
    Account account;
    Organisation organisation;
    std::vector<Grant> grants{}; ///< not withdrawn, oldest first
    AssuranceLevel level = AssuranceLevel::loa3;
    /// The mandate holds for this branch only (eherkenning.md 6.2): a limit, never a place.
    std::optional<std::string> branch_number{};
};

/// Whether a session still opens its account, asked anew at each request and in each change (P3.5,
/// D7). Each door opens only what is behind it (P8.1): eHerkenning no account of the agency where
/// staff have a door of their own, and that door nothing but accounts of the agency that hold a
/// staff role. Pure.
bool opens(Session const& session, Account const& account, Organisation const& organisation,
           Policy const& policy, foundation::Instant now);

/// The standing of a session that opens its account; nothing when it opens none, or not any more.
/// Whether the session is over is another question. Pure.
std::optional<Standing> standing_of(Bearer const& bearer, Policy const& policy,
                                    foundation::Instant now);

} // namespace portal
