#pragma once
#include "portal/administration/users.h"

namespace portal::administration {

struct GrantRole {
    AccountId account;
    std::string role;
    std::map<std::string, std::string> attributes;
    foundation::CivilDate from{};
    std::optional<foundation::CivilDate> until;
    std::string reason;
};

/// What the grant would change, in words for the page (P6.4): shown before anything is kept.
struct Effect {
    std::vector<std::string> tasks_gained; ///< codes, in the catalogue's order
    std::vector<std::string> tasks_kept;   ///< opened by another grant already
};

/// Refused with the reason when it may not be; nothing is kept.
struct GrantRefusal {
    Refusal refusal = Refusal::not_allowed;
    Permission permission = Permission::allowed;
};
std::expected<Effect, GrantRefusal> preview(Desk const& desk, Claim const& claim,
                                            GrantRole const& command);

/// P6.1 to P6.3.
std::expected<GrantId, GrantRefusal> grant_role(Desk const& desk, Claim const& claim,
                                                GrantRole const& command);

/// P6.4: the tasks that the account no longer has once this grant of the given ones is withdrawn,
/// in the catalogue's order. None when the grant does not hold now. Pure.
std::vector<std::string> tasks_lost(std::vector<Grant> const& grants, Grant const& withdrawn,
                                    Catalogue const& catalogue, foundation::Instant now);

/// Works on running sessions at once: each page asks the grants again (D7).
std::expected<void, Refusal> withdraw_grant(Desk const& desk, Claim const& claim,
                                            GrantId const& grant, std::string const& reason);

/// Whether who asks withdrew it a moment ago by the same press of the button (decision 0169).
bool withdrawn_before(Desk const& desk, Claim const& claim, GrantId const& grant);

} // namespace portal::administration
