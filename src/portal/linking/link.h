#pragma once
#include "portal/acting/change.h"
#include "portal/archive.h"
#include "portal/signing_in/sign_in.h"
#include "portal/vault.h"

#include <expected>

namespace portal::linking {

/// Where the visitor stands in the process, for the page to be shown.
struct Progress {
    Position position;
    Step step = Step::before_you_begin;
    AttemptCounter person;
};
Progress progress(Archive& archive, Policy const& policy, Identity const& identity);

/// The steps before the combination (P2.9). Each is refused (nothing changes) when one before it
/// has not been done; repeating a done one is harmless.
void confirm_having_both(Archive& archive, Policy const& policy, Identity const& identity);
void agree_to_disclaimer(Archive& archive, Policy const& policy, Identity const& identity,
                         foundation::Instant asked_at);
void agree_to_terms(Archive& archive, Policy const& policy, Identity const& identity,
                    foundation::Instant asked_at);

struct Result {
    Verdict verdict;
    std::optional<signing_in::SignedInVisitor> visitor; ///< the new session when linked
};

/// The whole of manual 1.2 step 5, in one transaction: what was typed is compared, counted and
/// kept, and on success the session becomes one of the account under a new token. A session that is
/// over begins anew.
Result link_means(Archive& archive, Vault const& vault, Policy const& policy, Claim const& claim,
                  Username const& username, Code const& code, foundation::Instant asked_at);

/// P2.6: a signed-in, unlinked visitor asks for a code. The answer is the same whether or not the
/// username exists; the administrators are written to at most once an hour for one account. False
/// when this person has asked too often within an hour, for whatever usernames (P2.17).
bool request_code(Archive& archive, Identity const& identity, Username const& username,
                  Policy const& policy, foundation::Instant asked_at);

} // namespace portal::linking
