#include "storage/account_rows.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

namespace {

constexpr auto by_identity_locked =
    statement<select_account + "where id = (select account from staff_identities where "
                               "issuer = $1 and subject = $2) for update">;
constexpr auto insert =
    statement<Sql{"insert into staff_identities (issuer, subject, account) values ($1, $2, $3)"}>;

} // namespace

std::optional<portal::Account>
StoredRecords::staff_account_for_change(portal::StaffIdentity const& identity) {
    return account_from(transaction_.one(by_identity_locked, identity.issuer, identity.subject));
}

void StoredRecords::add(portal::StaffIdentity const& identity, portal::AccountId const& account) {
    transaction_.send(insert, identity.issuer, identity.subject, account);
}

} // namespace storage
