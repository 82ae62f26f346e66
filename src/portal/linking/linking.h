#pragma once
#include "portal/accounts/account.h"
#include "portal/accounts/username.h"
#include "portal/facts.h"

#include <optional>
#include <string>
#include <variant>

namespace portal::linking {

/// The pages of the linking process in their order (P2.9, manual 1.2 steps 2 to 5).
enum class Step { before_you_begin, disclaimer, terms, combination };

/// How far an arriving identity has come. Kept in the database under the identity, so that a
/// reload, a second tab, another node or a lost session never breaks it.
struct Position {
    Step step = Step::before_you_begin;
    std::optional<foundation::Instant> agreed_disclaimer_at;
    std::optional<foundation::Instant> agreed_terms_at;
    int disclaimer_version = 0;
    int terms_version = 0;
};

/// The furthest page that may be shown: one whose predecessors have all been agreed to in the
/// versions that hold now.
Step reachable(Position const& position, Policy const& policy);

Position confirmed_having_both(Position position);
Position agreed_to_disclaimer(Position position, Policy const& policy, foundation::Instant now);
Position agreed_to_terms(Position position, Policy const& policy, foundation::Instant now);

/// The account that the typed username names.
struct NamedAccount {
    Account account;
    Organisation organisation;
    std::vector<Correspondent> administrators;
    bool identity_linked_here = false; ///< the arriving identity has another account in it (P2.12)
};

/// Everything the decision may look at.
struct File {
    Identity identity;
    AssuranceLevel level = AssuranceLevel::loa3;
    Position position;
    AttemptCounter person;
    std::optional<NamedAccount> named;
};

struct Attempt {
    Username username;
    std::string code_digest; ///< keyed digest of the typed code
};

struct Linked {
    AccountId account;
    bool again = false; ///< the same link was already there: a double click or a second tab
};
struct WrongCombination {
    int attempts_left = 0;
};
struct Blocked {
    foundation::Instant until{};
};
struct CodeExpired {};
struct IdentityInUse {}; ///< this means already opens another account of this organisation
struct StepSkipped {};
struct LevelTooLow {};

using Verdict = std::variant<Linked, WrongCombination, Blocked, CodeExpired, IdentityInUse,
                             StepSkipped, LevelTooLow>;

/// The new state, what happened, and what the visitor is told. A refusal is kept like a success.
struct Decision {
    AttemptCounter person;
    std::optional<Account> account; ///< changed account; empty when nothing in it changed
    Position position;
    std::vector<Fact> facts;
    Verdict verdict;
};

/// P2.7, P2.8, P2.10, P2.11, P2.12; manual 1.2 step 5 and 1.3. Pure.
Decision decide(File const& file, Attempt const& attempt, Policy const& policy,
                foundation::Instant now);

} // namespace portal::linking
