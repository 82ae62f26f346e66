#include "portal/administration/opened.h"

#include "foundation/fault.h"

namespace portal::administration {

Refusal refusal_for(Permission permission) {
    if (permission == Permission::account_ended)
        return Refusal::stale;
    if (permission == Permission::roles_not_covered)
        return Refusal::roles_not_covered;
    return permission == Permission::other_organisation ? Refusal::not_found : Refusal::not_allowed;
}

namespace {

/// Staff who are also administrators of the agency's own users act as the latter for those.
Action action_of(Asked const& asked, Standing const& actor, Account const& account) {
    bool const as_administrator =
        actor.account.is_administrator() && account.organisation == actor.organisation.id;
    return asked.of_staff && actor.organisation.is_agency && !as_administrator ? *asked.of_staff
                                                                               : asked.own;
}

} // namespace

/// Of the last two administrators who end each other exactly one succeeds (D4): who acts is read in
/// the same turn to write, and nobody else has one meanwhile.
Outcome changed(Desk const& desk, Claim const& claim, Asked const& asked, AccountId const& id,
                std::function<Outcome(Opened&)> const& work, Stands const& stands) {
    return acted(desk, claim, [&](Change& change) -> Outcome {
        auto& records = change.records;
        auto account = records.account_for_change(id);
        auto organisation = account ? records.organisation(account->organisation) : std::nullopt;
        if (!organisation)
            return std::unexpected(Refusal::not_found);
        auto const action = action_of(asked, change.actor, *account);
        auto const permission =
            may(change.actor, action, {.organisation = account->organisation, .account = &*account},
                desk.catalogue, change.now);
        bool const done_before =
            stands && change.given_before(act_on(asked.own, id)) &&
            (permission == Permission::allowed || permission == Permission::account_ended);
        if (permission != Permission::allowed && !done_before)
            return std::unexpected(refusal_for(permission));
        Opened opened{.desk = desk,
                      .change = change,
                      .action = action,
                      .account = std::move(*account),
                      .organisation = std::move(*organisation)};
        if (done_before && stands(opened))
            return {};
        if (permission != Permission::allowed)
            return std::unexpected(refusal_for(permission));
        if (auto const done = work(opened); !done)
            return done;
        records.save(opened.account);
        if (stands)
            change.note_given(act_on(asked.own, id), {});
        change.keep(opened.facts);
        return {};
    });
}

std::vector<Correspondent> told_of(Opened const& opened) {
    if (!opened.account.is_administrator())
        return {};
    return opened.change.records.administrators_of(opened.account.organisation, opened.change.now);
}

std::string act_on(Action action, AccountId const& id) {
    return "act " + std::to_string(static_cast<int>(action)) + ' ' + id.text();
}

std::string withdrawal_of(GrantId const& id) { return "withdraw " + id.text(); }

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

Account added(Records& records, Vault const& vault, Account account) {
    // A billion usernames to 31^8: a second draw is rare, a tenth does not happen.
    for (int draw = 0; draw < 10; ++draw) {
        if (records.add(account))
            return account;
        account.username = Username::mint(vault.randomness);
    }
    throw foundation::Fault("no free username was drawn in ten tries");
}

} // namespace portal::administration
