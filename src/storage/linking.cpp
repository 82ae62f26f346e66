#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

using portal::AttemptCounter;
using portal::Identity;
using portal::linking::Position;
using portal::linking::Step;

namespace {

constexpr auto select =
    Sql{"select step, agreed_disclaimer_at, agreed_terms_at, disclaimer_version, terms_version, "
        "wrong_attempts, blocked_until from linking_identities where pseudonym = $1 and kvk = $2"};
constexpr auto by_identity = statement<select>;
constexpr auto by_identity_locked = statement<select + " for update">;

// There must be a row to lock: otherwise the first two attempts of a new identity would not see
// each other.
constexpr auto make_sure = statement<Sql{
    "insert into linking_identities (pseudonym, kvk, step, disclaimer_version, terms_version, "
    "wrong_attempts) values ($1, $2, 'before_you_begin', 0, 0, 0) on conflict do nothing"}>;
constexpr auto upsert = statement<Sql{
    "insert into linking_identities (pseudonym, kvk, step, agreed_disclaimer_at, "
    "agreed_terms_at, disclaimer_version, terms_version, wrong_attempts, blocked_until) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (pseudonym, kvk) do update set "
    "step = excluded.step, agreed_disclaimer_at = excluded.agreed_disclaimer_at, "
    "agreed_terms_at = excluded.agreed_terms_at, "
    "disclaimer_version = excluded.disclaimer_version, terms_version = excluded.terms_version, "
    "wrong_attempts = excluded.wrong_attempts, blocked_until = excluded.blocked_until"}>;

using State = std::pair<Position, AttemptCounter>;

State state_from(std::optional<driver::Row> const& row) {
    if (!row)
        return {};
    auto columns = Columns{*row};
    auto const position = Position{
        .step = columns.word<Step>(),
        .agreed_disclaimer_at = columns.optional_instant(),
        .agreed_terms_at = columns.optional_instant(),
        .disclaimer_version = columns.number(),
        .terms_version = columns.number(),
    };
    return {position, {.wrong = columns.number(), .blocked_until = columns.optional_instant()}};
}

} // namespace

State StoredRecords::linking_state_for_change(Identity const& identity) {
    transaction_.send(make_sure, identity.pseudonym, identity.kvk);
    return state_from(transaction_.one(by_identity_locked, identity.pseudonym, identity.kvk));
}

Position StoredRecords::linking_position(Identity const& identity) {
    return state_from(transaction_.one(by_identity, identity.pseudonym, identity.kvk)).first;
}

AttemptCounter StoredRecords::person_attempts(Identity const& identity) {
    return state_from(transaction_.one(by_identity, identity.pseudonym, identity.kvk)).second;
}

void StoredRecords::save(Identity const& identity, Position const& position,
                         AttemptCounter const& attempts) {
    transaction_.send(upsert, identity.pseudonym, identity.kvk, word(position.step),
                      position.agreed_disclaimer_at, position.agreed_terms_at,
                      position.disclaimer_version, position.terms_version, attempts.wrong,
                      attempts.blocked_until);
}

} // namespace storage
