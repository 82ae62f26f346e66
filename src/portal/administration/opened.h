#pragma once
#include "portal/administration/users.h"

#include <functional>
#include <type_traits>

namespace portal::administration {

/// An account taken up to change it, with its organisation, by who acts.
struct Opened {
    Desk const& desk;
    Change& change;
    Action action; ///< the one of the two that it turned out to be
    Account account;
    Organisation organisation;
    std::vector<Fact> facts{};

    Subject subject() const { return subject_of(account, organisation); }
};

using Outcome = std::expected<void, Refusal>;

/// What is asked of authority: an administrator's act, and in its place what staff do for
/// administrators, whose letter goes to the competent authority (P2.2).
struct Asked {
    Asked(Action administrators)
        : own(administrators) {}
    Asked(Action administrators, Action staffs)
        : own(administrators)
        , of_staff(staffs) {}

    Action own;
    std::optional<Action> of_staff{};
};

/// Why an act on an account is refused. Of another organisation or absent: not found, both alike
/// (D3). Of one that was ended meanwhile: stale.
Refusal refusal_for(Permission permission);

/// The work of somebody who acts, whose right to it the work asks anew. Who may not act any more is
/// not allowed.
template<class Work>
auto acted(Desk const& desk, Claim const& claim, Work work) {
    auto done = desk.change(claim, work);
    using Result = typename decltype(done)::value_type;
    using Error = typename Result::error_type;
    return done ? *std::move(done) : Result{std::unexpected(Error{Refusal::not_allowed})};
}

/// Whether what the same press of the button did before stands still, so that it is the answer to
/// this one too.
using Stands = std::function<bool(Opened const&)>;

/// The shape of every act on one account: take it up, ask authority, let the work change it, keep
/// the account with what happened. Of an act that two presses would do twice `stands` says when the
/// second is answered like the first (decision 0169); the others find it done by themselves.
Outcome changed(Desk const& desk, Claim const& claim, Asked const& asked, AccountId const& id,
                std::function<Outcome(Opened&)> const& work, Stands const& stands = {});

/// Under which tickets know such an act, and one on a grant.
std::string act_on(Action action, AccountId const& id);
std::string withdrawal_of(GrantId const& id);

/// P6.17: who is told of an act on this account: of an administrator's the other administrators.
std::vector<Correspondent> told_of(Opened const& opened);

/// P2.17: what an administrator may make one address receive, in all organisations together.
Causing to_mailbox(Desk const& desk, std::string const& address);
/// What is said of a limit that was reached here.
Refusal refusal_of(Cause limit);

/// Adds the account; draws another username while the drawn one is taken.
Account added(Records& records, Vault const& vault, Account account);

} // namespace portal::administration
