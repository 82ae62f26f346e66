#pragma once
#include "portal/facts.h"

#include <string>
#include <utility>
#include <vector>

namespace portal::journal {

/// Who did it: an account, or something that is not one ("visitor", "nightly", "operator").
struct Doer {
    std::optional<AccountId> account;
    std::string otherwise = "visitor";
};

/// What the journal keeps of one fact (P8.5). `details` may hold personal data and can be erased
/// without breaking the chain, which covers only its digest.
struct Entry {
    std::string kind;
    std::optional<OrganisationId> organisation;
    std::optional<AccountId> account; ///< whom it is about
    std::vector<std::pair<std::string, std::string>> details;
};

/// Visits every fact; a new one does not compile until it has been decided here.
Entry what_is_recorded(Fact const& fact);

/// An entry as it stands in the chain.
struct Link {
    std::int64_t number = 0;
    foundation::Instant at{};
    std::string kind;
    std::string doer;
    std::string organisation;
    std::string account;
    std::string details; ///< JSON; empty when erased
    std::string details_digest;
    std::string previous; ///< the hash of the entry before
    std::string hash;
};

/// The link that an entry becomes behind the one before it (number and hash; 0 and empty at first).
Link chained(Entry const& entry, Doer const& doer, foundation::Instant at, std::int64_t last_number,
             std::string const& last_hash);

/// Whether the link is intact and follows the one before.
bool follows(Link const& link, std::int64_t last_number, std::string const& last_hash);

} // namespace portal::journal
