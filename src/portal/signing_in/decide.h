#pragma once
#include "portal/accounts/account.h"
#include "portal/facts.h"
#include "portal/signing_in/broker.h"

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace portal::signing_in {

/// An account that the arriving identity is linked to.
struct Candidate {
    Account account;
    Organisation organisation;
};

/// Everything the decision may look at.
struct File {
    Identity identity;
    AssuranceLevel level = AssuranceLevel::loa3;
    std::vector<Candidate> candidates;
    bool pseudonym_linked_for_another_number = false;
    AssuranceLevel wanted = AssuranceLevel::loa3; ///< of this departure (P3.2)
    std::optional<AccountId> goes_on_as{};        ///< whose session is being renewed (P3.5)
};

struct SignedInAs {
    AccountId account;
};
struct MustLink {};
struct MustChoose {
    std::vector<AccountId> accounts;
};
enum class Refusal {
    level_too_low,
    account_ended,
    organisation_ended,
    another_kvk_number,
    another_person,      ///< renewing a session with a means that the account is not linked to
    staff_have_own_door, ///< an account of the agency, which only its own door opens (P8.1)
};
/// In words for the journal and the log; docs/operating.md explains each under this name.
std::string_view name_of(Refusal refusal);

using Verdict = std::variant<SignedInAs, MustLink, MustChoose, Refusal>;

struct Decision {
    std::vector<Account> accounts; ///< changed ones: lapsed links undone, last sign-in noted
    std::vector<Fact> facts;
    Verdict verdict;
};

/// P2.12, P3.2, P3.3, P3.4: who has arrived, and as whom they go on. A lapsed link is undone here,
/// at the moment of signing in, whether or not the nightly job has been by. Pure.
Decision decide(File const& file, Policy const& policy, foundation::Instant now);

/// The chosen one of several accounts, or the only one: the sign-in is noted in it.
Account noted(Account account, foundation::Instant now);

} // namespace portal::signing_in
