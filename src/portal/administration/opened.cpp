#include "portal/administration/opened.h"

#include "foundation/fault.h"

namespace portal::administration {

namespace {

Refusal refusal_for(Permission permission) {
    return permission == Permission::other_organisation ? Refusal::not_found : Refusal::not_allowed;
}

/// Both accounts, locked in the order of their ids so that two administrators who act on each other
/// queue up.
struct Pair {
    std::optional<Account> actor;
    std::optional<Account> target;
};

Pair both_for_change(Records& records, AccountId const& actor, AccountId const& target) {
    Pair both;
    if (actor < target)
        both.actor = records.account_for_change(actor);
    both.target = records.account_for_change(target);
    if (!both.actor)
        both.actor = actor == target ? both.target : records.account_for_change(actor);
    return both;
}

} // namespace

/// Who acts is read again: an administrator who was ended a moment ago ends nobody, so of the last
/// two who end each other exactly one succeeds (D4).
Outcome changed(Desk const& desk, Actor const& actor, Action action, AccountId const& id,
                std::function<Outcome(Opened&)> const& work) {
    return desk.archive.change([&](Records& records) -> Outcome {
        auto [acting, account] = both_for_change(records, actor.account.id, id);
        if (!acting)
            return std::unexpected(Refusal::not_allowed);
        auto organisation = account ? records.organisation(account->organisation) : std::nullopt;
        if (!organisation)
            return std::unexpected(Refusal::not_found);
        auto const permission =
            may({.account = *acting, .organisation = actor.organisation}, action,
                {.organisation = account->organisation, .account = &*account}, desk.catalogue,
                desk.now);
        if (permission != Permission::allowed)
            return std::unexpected(refusal_for(permission));
        Opened opened{.records = records,
                      .account = std::move(*account),
                      .organisation = std::move(*organisation)};
        if (auto const done = work(opened); !done)
            return done;
        records.save(opened.account);
        records.keep(opened.facts, {.account = actor.account.id}, desk.now);
        return {};
    });
}

Causing to_mailbox(Desk const& desk, std::string const& address) {
    return {
        .cause = Cause::mail_to_address,
        .by_whom = desk.vault.mailbox_digest(address),
        .limit = {.most = desk.policy.mails_to_address_a_day, .within = std::chrono::hours{24}}};
}

Refusal refusal_of(Cause limit) {
    switch (limit) {
    case Cause::code_for_account:
        return Refusal::too_many_codes;
    case Cause::code_by_account:
        return Refusal::too_many_codes_sent;
    case Cause::registration_by_account:
        return Refusal::too_many_registrations;
    case Cause::mail_to_address:
    case Cause::address_code_by_account:
    case Cause::address_code_to_address:
    case Cause::address_code_by_account_to_address:
    case Cause::code_request_by_person:
        break;
    }
    return Refusal::address_had_many;
}

Account added(Records& records, Desk const& desk, Account account) {
    // A billion usernames to 31^8: a second draw is rare, a tenth does not happen.
    for (int draw = 0; draw < 10; ++draw) {
        if (records.add(account))
            return account;
        account.username = Username::mint(desk.vault.randomness);
    }
    throw foundation::Fault("no free username was drawn in ten tries");
}

} // namespace portal::administration
