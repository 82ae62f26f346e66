#pragma once
#include "portal/administration/users.h"

#include <functional>

namespace portal::administration {

/// An account taken up to change it, with its organisation, inside one transaction.
struct Opened {
    Records& records;
    Account account;
    Organisation organisation;
    std::vector<Fact> facts{};

    Subject subject() const { return subject_of(account, organisation); }
};

using Outcome = std::expected<void, Refusal>;

/// The shape of every act on one account: take it up, ask authority, let the work change it, keep
/// the account with what happened. Of another organisation or absent: not found, both alike (D3).
Outcome changed(Desk const& desk, Actor const& actor, Action action, AccountId const& id,
                std::function<Outcome(Opened&)> const& work);

/// P2.17: what an administrator may make one address receive, in all organisations together.
Causing to_mailbox(Desk const& desk, std::string const& address);
/// What is said of a limit that was reached here.
Refusal refusal_of(Cause limit);

/// Adds the account; draws another username while the drawn one is taken.
Account added(Records& records, Desk const& desk, Account account);

} // namespace portal::administration
