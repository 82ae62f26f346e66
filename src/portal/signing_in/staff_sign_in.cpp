#include "portal/signing_in/staff_sign_in.h"

#include "foundation/fault.h"

namespace portal::signing_in {

namespace {

using foundation::Instant;

Account fresh_account(Vault const& vault, Organisation const& agency, Language language,
                      Instant now) {
    // The username is never printed: it only has to be unlike all others.
    return {.id = AccountId::mint(vault.randomness),
            .organisation = agency.id,
            .username = Username::mint(vault.randomness),
            .person = {.name = {}, .email = {}, .phone = {}, .function = {}, .language = language},
            .registered_at = now};
}

void keep_account(Records& records, Vault const& vault, StaffDecision& made,
                  StaffIdentity const& identity) {
    if (!made.account)
        return;
    if (!made.is_new) {
        records.save(*made.account);
        return;
    }
    while (!records.add(*made.account))
        made.account->username = Username::mint(vault.randomness);
    records.add(identity, made.account->id);
}

Session session_of(Account const& account, Organisation const& agency, DepartureNote const& note,
                   Instant now) {
    // Named by the session that is renewed: renewed() ends it.
    return {.digest = note.session_digest,
            .door = Door::agency,
            .account = {},
            .identity = {.pseudonym = {}, .kvk = agency.kvk_numbers.front()},
            .level = AssuranceLevel::loa1, // the provider speaks of no level of the scheme
            .branch_number = {},
            .language = account.person.language,
            .form_token = {},
            .return_path = note.return_path,
            .started_at = now,
            .seen_at = now};
}

} // namespace

StaffOutcome arrive(Archive& archive, Vault const& vault, Policy const& policy,
                    StaffArrival const& arrival, DepartureNote const& note,
                    std::string const& incident, Instant asked_at) {
    return archive.change(asked_at, [&](Records& records) -> StaffOutcome {
        if (!use_up(records, policy, note, asked_at))
            return DepartureUsed{};
        if (!records.remember_once("assertion", foundation::sha256_hex(arrival.assertion_id),
                                   arrival.assertion_expires_at))
            return MessageReplayed{};
        auto const now = records.moment();
        auto const agency = records.agency();
        if (!agency)
            throw foundation::Fault{"the agency's own organisation is not in the database"};
        auto made = decide({.arrival = arrival,
                            .agency = *agency,
                            .known = records.staff_account_for_change(arrival.identity),
                            .fresh = fresh_account(vault, *agency, note.language, now),
                            .goes_on_as = note.account},
                           now);
        keep_account(records, vault, made, arrival.identity);
        if (auto const* refusal = std::get_if<StaffRefusal>(&made.verdict)) {
            if (made.account && !made.account->is_staff())
                records.end_sessions_of(made.account->id);
            made.facts.push_back(
                SignInRefused{.reason = std::string{name_of(*refusal)}, .incident = incident});
            records.keep(made.facts, {});
            return *refusal;
        }
        auto const account = made.account->id;
        records.keep(made.facts, {.account = account});
        return renewed(records, vault, session_of(*made.account, *agency, note, now), account,
                       SignedInAs{account});
    });
}

} // namespace portal::signing_in
