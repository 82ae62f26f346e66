#include "portal/administration/users.h"

#include "foundation/fault.h"
#include "portal/administration/opened.h"

namespace portal::administration {

using foundation::Instant;

std::expected<AccountId, Refusal> register_user(Desk const& desk, Actor const& actor,
                                                RegisterUser const& command) {
    auto const allowed = may(actor, Action::register_user, {.organisation = actor.organisation.id},
                             desk.catalogue, desk.now);
    if (allowed != Permission::allowed || !command.has_means)
        return std::unexpected(Refusal::not_allowed);
    return desk.archive.change([&](Records& records) -> std::expected<AccountId, Refusal> {
        if (records.address_taken(actor.organisation.id, command.person.email, std::nullopt))
            return std::unexpected(Refusal::address_taken);
        if (auto const limit = records.too_often(
                {{Cause::registration_by_account,
                  actor.account.id.text(),
                  {.most = desk.policy.registrations_an_hour, .within = std::chrono::hours{1}}},
                 to_mailbox(desk, command.person.email)},
                desk.now))
            return std::unexpected(refusal_of(*limit));
        auto const account = added(records, desk,
                                   {.id = AccountId::mint(desk.vault.randomness),
                                    .organisation = actor.organisation.id,
                                    .username = Username::mint(desk.vault.randomness),
                                    .person = command.person,
                                    .registered_by = actor.account.id,
                                    .registered_at = desk.now});
        records.keep({UserRegistered{.subject = subject_of(account, actor.organisation),
                                     .administrator = actor.account.person.name}},
                     {.account = actor.account.id}, desk.now);
        return account.id;
    });
}

std::expected<void, Refusal> record_hand_over(Desk const& desk, Actor const& actor,
                                              AccountId const& id,
                                              foundation::CivilDate const& on) {
    return changed(desk, actor, Action::record_hand_over, id, [&](Opened& opened) -> Outcome {
        auto& account = opened.account;
        if (!account.letter_made_at)
            return std::unexpected(Refusal::no_letter_yet);
        if (on > foundation::in_amsterdam(desk.now).date)
            return std::unexpected(Refusal::date_in_future);
        if (on < foundation::in_amsterdam(*account.letter_made_at).date)
            return std::unexpected(Refusal::date_before_letter);
        account.letter_handed_over_on = on;
        opened.facts.push_back(LetterHandedOver{.subject = opened.subject(), .on = on});
        return {};
    });
}

std::expected<void, Refusal> unlink(Desk const& desk, Actor const& actor, AccountId const& id,
                                    UnlinkReason reason, std::string const& note) {
    return changed(desk, actor, Action::unlink, id, [&](Opened& opened) -> Outcome {
        if (!opened.account.link && !opened.account.code)
            return std::unexpected(Refusal::not_linked);
        opened.account.link.reset();
        opened.account.code.reset();
        opened.records.end_sessions_of(id);
        opened.facts.push_back(AccountUnlinked{.subject = opened.subject(),
                                               .reason = reason,
                                               .note = note,
                                               .administrators = opened.records.administrators_of(
                                                   opened.account.organisation, desk.now)});
        return {};
    });
}

void unlink_with_revocation_code(Archive& archive, Vault const& vault, Code const& code,
                                 Instant now) {
    archive.change([&](Records& records) {
        auto account = records.account_with_revocation_for_change(vault.revocation_digest(code));
        if (!account || account->ended(now))
            return;
        if (!account->link && !account->code) // nothing to undo, and nobody to tell (P2.17)
            return;
        auto const organisation = records.organisation(account->organisation);
        foundation::ensure(organisation.has_value(), "an account without organisation");
        account->link.reset();
        account->code.reset();
        account->revocation_digest.clear();
        records.save(*account);
        records.end_sessions_of(account->id);
        records.keep({AccountUnlinked{.subject = subject_of(*account, *organisation),
                                      .reason = UnlinkReason::revocation_code,
                                      .note = {},
                                      .administrators =
                                          records.administrators_of(account->organisation, now)}},
                     {.account = {}, .otherwise = "revocation code"}, now);
    });
}

std::expected<void, Refusal> lift_block(Desk const& desk, Actor const& actor, AccountId const& id) {
    return changed(desk, actor, Action::lift_block, id, [&](Opened& opened) -> Outcome {
        if (!opened.account.attempts.blocked(desk.now))
            return {};
        opened.account.attempts = {};
        opened.facts.push_back(LinkingBlockLifted{.subject = opened.subject()});
        return {};
    });
}

std::expected<void, Refusal> end_account(Desk const& desk, Actor const& actor, AccountId const& id,
                                         std::string const& reason) {
    return changed(desk, actor, Action::end_account, id, [&](Opened& opened) -> Outcome {
        opened.facts.push_back(AccountEnded{.subject = opened.subject(), .reason = reason});
        auto& account = opened.account;
        account.ended_at = desk.now;
        account.link.reset();
        account.code.reset();
        account.revocation_digest.clear();
        opened.records.end_sessions_of(id);
        for (auto& grant : opened.records.grants_of(id)) {
            grant.withdrawn_at = desk.now;
            opened.records.save(grant);
        }
        return {};
    });
}

std::expected<UserFile, Refusal> user_file(Desk const& desk, Actor const& actor,
                                           AccountId const& id) {
    return desk.archive.change([&](Records& records) -> std::expected<UserFile, Refusal> {
        auto account = records.account(id);
        if (!account || may(actor, Action::see_account,
                            {.organisation = account->organisation, .account = &*account},
                            desk.catalogue, desk.now) != Permission::allowed)
            return std::unexpected(Refusal::not_found);
        if (id != actor.account.id)
            records.keep({AccountViewed{.subject = subject_of(*account, actor.organisation)}},
                         {.account = actor.account.id}, desk.now);
        auto grants = records.grants_of(id);
        auto const mails = fates_of(records, *account);
        return UserFile{
            .account = std::move(*account), .grants = std::move(grants), .mails = mails};
    });
}

std::expected<Listing<UserRow>, Refusal> users(Desk const& desk, Actor const& actor,
                                               AccountQuery const& query) {
    if (may(actor, Action::see_users, {.organisation = actor.organisation.id}, desk.catalogue,
            desk.now) != Permission::allowed)
        return std::unexpected(Refusal::not_allowed);
    return desk.archive.look([&](Records& records) {
        auto found = records.accounts(actor.organisation.id, query, desk.now);
        Listing<UserRow> listing{.rows = {}, .total = found.total};
        for (auto& account : found.rows) {
            auto const mails = fates_of(records, account);
            listing.rows.push_back({.account = std::move(account), .mails = mails});
        }
        return listing;
    });
}

} // namespace portal::administration
