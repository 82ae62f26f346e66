#include "storage/columns.h"
#include "storage/json.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

using portal::AccountId;
using portal::Grant;

namespace {

constexpr auto select =
    Sql{"select id, account, role, attributes, holds_from, holds_until, reason, granted_by, "
        "granted_at, withdrawn_at from grants "};
constexpr auto of_account =
    statement<select + "where account = $1 and withdrawn_at is null order by granted_at, id">;
constexpr auto by_id = statement<select + "where id = $1">;

constexpr auto insert = statement<Sql{
    "insert into grants (id, account, role, attributes, holds_from, holds_until, reason, "
    "granted_by, granted_at, withdrawn_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"}>;
constexpr auto update = statement<Sql{
    "update grants set account = $2, role = $3, attributes = $4, holds_from = $5, "
    "holds_until = $6, reason = $7, granted_by = $8, granted_at = $9, withdrawn_at = $10 "
    "where id = $1"}>;

Grant grant_from(driver::Row const& row) {
    auto columns = Columns{row};
    return Grant{
        .id = columns.as<portal::GrantId>(),
        .account = columns.as<AccountId>(),
        .role = columns.text(),
        .attributes = values_from(columns.text()),
        .from = columns.date(),
        .until = columns.optional_date(),
        .reason = columns.text(),
        .granted_by = columns.as<AccountId>(),
        .granted_at = columns.instant(),
        .withdrawn_at = columns.optional_instant(),
    };
}

std::int64_t write(driver::Transaction& transaction, driver::Statement const& how,
                   Grant const& grant) {
    return transaction.execute(how, grant.id, grant.account, grant.role, json_of(grant.attributes),
                               foundation::iso_date(grant.from), stored(grant.until), grant.reason,
                               grant.granted_by, grant.granted_at, grant.withdrawn_at);
}

} // namespace

std::vector<Grant> StoredRecords::grants_of(AccountId const& account) {
    auto grants = std::vector<Grant>{};
    for (auto const& row : transaction_.query(of_account, account))
        grants.push_back(grant_from(row));
    return grants;
}

std::optional<Grant> StoredRecords::grant(portal::GrantId const& id) {
    auto const row = transaction_.one(by_id, id);
    return row ? std::optional{grant_from(*row)} : std::nullopt;
}

void StoredRecords::add(Grant const& grant) { write(transaction_, insert, grant); }

void StoredRecords::save(Grant const& grant) {
    auto const changed = write(transaction_, update, grant);
    foundation::ensure(changed == 1, "a grant is saved that was never added");
}

} // namespace storage
