#include "portal/administration/users.h"

#include "foundation/fault.h"
#include "portal/administration/looks.h"
#include "portal/administration/opened.h"

namespace portal::administration {

using foundation::Instant;

namespace {

/// Somebody else on the same page, after the browser went back, is another user.
std::string act_of(RegisterUser const& command) {
    auto const& person = command.person;
    return "register\n" + person.name + '\n' + person.email + '\n' + person.phone + '\n' +
           person.function + '\n' + (person.language == Language::dutch ? "nl" : "en");
}

} // namespace

bool done_before(Desk const& desk, Claim const& claim, Action action, AccountId const& id) {
    return given_before(desk, claim, act_on(action, id)).has_value();
}

std::expected<AccountId, Refusal> register_user(Desk const& desk, Claim const& claim,
                                                RegisterUser const& command) {
    return acted(desk, claim, [&](Change& change) -> std::expected<AccountId, Refusal> {
        auto& records = change.records;
        auto const& actor = change.actor;
        auto const allowed =
            may(actor, Action::register_user, {.organisation = actor.organisation.id},
                desk.catalogue, change.now);
        if (allowed != Permission::allowed || !command.has_means)
            return std::unexpected(Refusal::not_allowed);
        auto const act = act_of(command);
        if (auto const before = change.given_before(act))
            if (auto const made = records.account(AccountId::parse(*before).value());
                made && !made->ended(change.now))
                return made->id;
        if (records.address_taken(actor.organisation.id, command.person.email, std::nullopt))
            return std::unexpected(Refusal::address_taken);
        if (auto const limit = records.too_often(
                {{Cause::registration_by_account,
                  actor.account.id.text(),
                  {.most = desk.policy.registrations_an_hour, .within = std::chrono::hours{1}}},
                 to_mailbox(desk, command.person.email)},
                change.now))
            return std::unexpected(refusal_of(*limit));
        auto const account = added(records, desk.vault,
                                   {.id = AccountId::mint(desk.vault.randomness),
                                    .organisation = actor.organisation.id,
                                    .username = Username::mint(desk.vault.randomness),
                                    .person = command.person,
                                    .registered_by = actor.account.id,
                                    .registered_at = change.now});
        change.keep({UserRegistered{.subject = subject_of(account, actor.organisation),
                                    .administrator = actor.account.person.name}});
        change.note_given(act, account.id.text());
        return account.id;
    });
}

std::expected<void, Refusal> record_hand_over(Desk const& desk, Claim const& claim,
                                              AccountId const& id,
                                              foundation::CivilDate const& on) {
    return changed(desk, claim, Action::record_hand_over, id, [&](Opened& opened) -> Outcome {
        auto& account = opened.account;
        if (!account.letter_made_at)
            return std::unexpected(Refusal::no_letter_yet);
        if (on > foundation::in_amsterdam(opened.change.now).date)
            return std::unexpected(Refusal::date_in_future);
        if (on < foundation::in_amsterdam(*account.letter_made_at).date)
            return std::unexpected(Refusal::date_before_letter);
        if (account.letter_handed_over_on == on)
            return {};
        account.letter_handed_over_on = on;
        opened.facts.push_back(LetterHandedOver{.subject = opened.subject(), .on = on});
        return {};
    });
}

std::expected<void, Refusal> unlink(Desk const& desk, Claim const& claim, AccountId const& id,
                                    UnlinkReason reason, std::string const& note) {
    auto const work = [&](Opened& opened) -> Outcome {
        if (!opened.account.link && !opened.account.code)
            return std::unexpected(Refusal::not_linked);
        auto& records = opened.change.records;
        opened.account.link.reset();
        opened.account.code.reset();
        records.end_sessions_of(id);
        opened.facts.push_back(
            AccountUnlinked{.subject = opened.subject(),
                            .reason = reason,
                            .note = note,
                            .administrators = records.administrators_of(opened.account.organisation,
                                                                        opened.change.now)});
        return {};
    };
    return changed(
        desk, claim, {Action::unlink, Action::unlink_administrator}, id, work,
        [](Opened const& opened) { return !opened.account.link && !opened.account.code; });
}

/// The code itself says who acts: there is no session. What is unlinked already makes no fact. Who
/// made the letter knows its code too, so the entry names both (P6.17).
void unlink_with_revocation_code(Archive& archive, Vault const& vault, Code const& code,
                                 Instant asked_at) {
    archive.change(asked_at, [&](Records& records) {
        auto account = records.account_with_revocation_for_change(vault.revocation_digest(code));
        auto const now = records.moment();
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
                                          records.administrators_of(account->organisation, now),
                                      .letter = account->letter_serial,
                                      .letter_made_by = records.maker_of_letter(account->id)}},
                     {.account = {}, .otherwise = "revocation code"});
    });
}

std::expected<void, Refusal> lift_block(Desk const& desk, Claim const& claim, AccountId const& id) {
    return changed(desk, claim, Action::lift_block, id, [&](Opened& opened) -> Outcome {
        if (!opened.account.attempts.blocked(opened.change.now))
            return {};
        opened.account.attempts = {};
        opened.facts.push_back(LinkingBlockLifted{.subject = opened.subject()});
        return {};
    });
}

std::expected<void, Refusal> end_account(Desk const& desk, Claim const& claim, AccountId const& id,
                                         std::string const& reason) {
    auto const work = [&](Opened& opened) -> Outcome {
        opened.facts.push_back(AccountEnded{
            .subject = opened.subject(), .reason = reason, .administrators = told_of(opened)});
        auto& records = opened.change.records;
        auto& account = opened.account;
        account.ended_at = opened.change.now;
        account.link.reset();
        account.code.reset();
        account.revocation_digest.clear();
        records.end_sessions_of(id);
        for (auto& grant : records.grants_of(id)) {
            grant.withdrawn_at = opened.change.now;
            records.save(grant);
        }
        return {};
    };
    return changed(desk, claim, {Action::end_account, Action::end_administrator}, id, work,
                   [](Opened const& opened) { return opened.account.ended(opened.change.now); });
}

std::expected<UserFile, Refusal> user_file(Desk const& desk, Claim const& claim,
                                           AccountId const& id) {
    return acted(desk, claim, [&](Change& change) -> std::expected<UserFile, Refusal> {
        auto& records = change.records;
        auto const& actor = change.actor;
        auto account = records.account(id);
        if (!account || may(actor, Action::see_account,
                            {.organisation = account->organisation, .account = &*account},
                            desk.catalogue, change.now) != Permission::allowed)
            return std::unexpected(Refusal::not_found);
        keep_looks(change, "user", {{.account = *account, .organisation = actor.organisation}});
        auto grants = records.grants_of(id);
        auto const mails = fates_of(records, *account);
        return UserFile{
            .account = std::move(*account), .grants = std::move(grants), .mails = mails};
    });
}

namespace {

bool may_list(Desk const& desk, Standing const& who, Instant now) {
    return may(who, Action::see_users, {.organisation = who.organisation.id}, desk.catalogue,
               now) == Permission::allowed;
}

Listing<UserRow> listed(Records& records, OrganisationId const& home, AccountQuery const& query,
                        Instant now) {
    auto found = records.accounts(home, query, now);
    Listing<UserRow> listing{.rows = {}, .total = found.total};
    for (auto& account : found.rows) {
        auto const mails = fates_of(records, account);
        listing.rows.push_back({.account = std::move(account), .mails = mails});
    }
    return listing;
}

std::expected<Listing<UserRow>, Refusal> listed_for_staff(Desk const& desk, Change& change,
                                                          AccountQuery const& query) {
    auto const& home = change.actor.organisation.id;
    if (!may_list(desk, change.actor, change.now))
        return std::unexpected(Refusal::not_allowed);
    auto listing = listed(change.records, home, query, change.now);
    std::vector<std::string> shown;
    for (auto const& row : listing.rows)
        if (row.account.id != change.actor.account.id)
            shown.push_back(row.account.id.text());
    if (auto fresh = newly_seen(change, "users", shown); !fresh.empty())
        change.keep(
            {PeopleListed{.list = "users", .organisation = home, .shown = std::move(fresh)}});
    return listing;
}

} // namespace

std::expected<Listing<UserRow>, Refusal> users(Desk const& desk, Standing const& standing,
                                               Claim const& claim, AccountQuery const& query) {
    if (!may_list(desk, standing, desk.asked_at))
        return std::unexpected(Refusal::not_allowed);
    if (standing.account.is_staff())
        return acted(desk, claim,
                     [&](Change& change) { return listed_for_staff(desk, change, query); });
    return desk.archive.look([&](Records& records) {
        return listed(records, standing.organisation.id, query, desk.asked_at);
    });
}

} // namespace portal::administration
