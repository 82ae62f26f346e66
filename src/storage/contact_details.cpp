#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

using portal::AccountId;
using portal::PendingAddress;

namespace {

constexpr auto of_account_locked =
    statement<Sql{"select account, address, digest, sent_at, wrong_attempts from pending_addresses "
                  "where account = $1 for update"}>;
constexpr auto upsert = statement<Sql{
    "insert into pending_addresses (account, address, digest, sent_at, wrong_attempts) "
    "values ($1, $2, $3, $4, $5) on conflict (account) do update set address = excluded.address, "
    "digest = excluded.digest, sent_at = excluded.sent_at, "
    "wrong_attempts = excluded.wrong_attempts"}>;
// Before the row gets another code or goes: a mail that waits with the one it has does not leave.
constexpr auto void_code_mails = statement<Sql{
    "update outbox set sealed = '', due_at = null, unreadable_at = null, failure = 'superseded' "
    "where account = $1 and kind = 'address_code' and due_at is not null and not exists "
    "(select 1 from pending_addresses where account = $1 and digest = $2)"}>;
constexpr auto forget = statement<Sql{"delete from pending_addresses where account = $1"}>;

} // namespace

std::optional<PendingAddress> StoredRecords::pending_address_for_change(AccountId const& account) {
    auto const row = transaction_.one(of_account_locked, account);
    if (!row)
        return std::nullopt;
    auto columns = Columns{*row};
    return PendingAddress{
        .account = columns.as<AccountId>(),
        .address = columns.text(),
        .digest = columns.text(),
        .sent_at = columns.instant(),
        .wrong = columns.number(),
    };
}

void StoredRecords::save(PendingAddress const& pending) {
    transaction_.send(void_code_mails, pending.account, pending.digest);
    transaction_.send(upsert, pending.account, pending.address, pending.digest, pending.sent_at,
                      pending.wrong);
}

void StoredRecords::forget_pending_address(AccountId const& account) {
    transaction_.send(void_code_mails, account, std::string{});
    transaction_.send(forget, account);
}

} // namespace storage
