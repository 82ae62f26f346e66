#pragma once
#include "portal/facts.h"
#include "portal/signing_in/agency_provider.h"
#include "portal/signing_in/decide.h"

#include <optional>
#include <variant>
#include <vector>

namespace portal::signing_in {

/// Everything the decision about an arriving member of staff may look at.
struct StaffFile {
    StaffArrival arrival;
    Organisation agency;
    std::optional<Account> known;          ///< the account of this issuer and subject
    Account fresh;                         ///< empty but for its ids: kept when nobody was known
    std::optional<AccountId> goes_on_as{}; ///< whose session is being renewed (P3.5)
};

enum class StaffRefusal {
    no_role,
    account_ended,
    another_person, ///< renewing a session as somebody else
};
/// In words for the journal and the log; docs/operating.md explains each under this name.
std::string_view name_of(StaffRefusal refusal);

struct StaffDecision {
    std::optional<Account> account; ///< as it is to be kept; empty: nothing changes
    bool is_new = false;
    std::vector<Fact> facts;
    std::variant<SignedInAs, StaffRefusal> verdict;
};

/// P8.1: the account is made at the first arrival, and the roles, name and mail address are taken
/// afresh at each. Without a role nobody comes in, and who had one has lost it. Pure.
StaffDecision decide(StaffFile const& file, foundation::Instant now);

} // namespace portal::signing_in
