#pragma once
#include "portal/signing_in/sign_in.h"
#include "portal/signing_in/staff_decide.h"

namespace portal::signing_in {

using StaffOutcome = std::variant<SignedInVisitor, StaffRefusal, MessageReplayed, DepartureUsed>;

/// One transaction: the departure and the assertion count once, the account as it is now, the
/// session. A refusal is kept too, and ends the sessions of whoever lost the last role; the session
/// that somebody else meant to renew stays as it is.
StaffOutcome arrive(Archive& archive, Vault const& vault, Policy const& policy,
                    StaffArrival const& arrival, DepartureNote const& note,
                    std::string const& incident, foundation::Instant asked_at);

} // namespace portal::signing_in
