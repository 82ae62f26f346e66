#include "storage/columns.h"
#include "storage/grant_rows.h"
#include "storage/json.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

using portal::AccountId;
using portal::Grant;

namespace {

constexpr auto of_account = statement<select_grant + "where account = $1" + not_withdrawn>;
constexpr auto by_id = statement<select_grant + "where id = $1">;

constexpr auto insert = statement<Sql{
    "insert into grants (id, account, role, attributes, holds_from, holds_until, reason, "
    "granted_by, granted_at, withdrawn_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"}>;
constexpr auto update = statement<Sql{
    "update grants set account = $2, role = $3, attributes = $4, holds_from = $5, "
    "holds_until = $6, reason = $7, granted_by = $8, granted_at = $9, withdrawn_at = $10 "
    "where id = $1"}>;

void write(driver::Transaction& transaction, driver::Statement const& how, Grant const& grant) {
    transaction.send_to_one(how, grant.id, grant.account, grant.role, json_of(grant.attributes),
                            foundation::iso_date(grant.from), stored(grant.until), grant.reason,
                            grant.granted_by, grant.granted_at, grant.withdrawn_at);
}

} // namespace

std::vector<Grant> StoredRecords::grants_of(AccountId const& account) {
    return grants_from(transaction_.query(of_account, account));
}

std::optional<Grant> StoredRecords::grant(portal::GrantId const& id) {
    auto const row = transaction_.one(by_id, id);
    return row ? std::optional{grant_from(*row)} : std::nullopt;
}

void StoredRecords::add(Grant const& grant) { write(transaction_, insert, grant); }

void StoredRecords::save(Grant const& grant) { write(transaction_, update, grant); }

} // namespace storage
