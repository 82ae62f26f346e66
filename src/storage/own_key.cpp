#include "storage/own_key.h"

#include "storage/migrate.h"
#include "storage/sealed.h"
#include "storage/sql.h"

#include <set>

namespace storage {

using driver::Access;
using driver::Transaction;
using foundation::MasterKey;

namespace {

constexpr auto check_value = statement<Sql{"select digest from master_key_check where id = 1"}>;
constexpr auto write_check_value =
    statement<Sql{"insert into master_key_check (id, digest) values (1, $1) "
                  "on conflict (id) do update set digest = $1"}>;
constexpr auto sealed_mails =
    statement<Sql{"select sealed from outbox where sealed <> '' order by queued_at desc limit 50"}>;
// Few: each may be of some megabytes.
constexpr auto sealed_forms =
    statement<Sql{"select appointment, sealed from signed_forms where erased_at is null "
                  "order by attached_at desc limit 3"}>;
constexpr auto receivers =
    statement<Sql{"select o.receiver, a.email, a.id from outbox o join accounts a "
                  "on a.id = o.account where o.receiver is not null "
                  "order by o.queued_at desc limit 50"}>;

std::string digest_of(MasterKey const& key) { return key.keyed_digest("own-key", "mijnduo"); }

/// How much of what is there was made with the key, and how much was not.
struct Evidence {
    int with = 0;
    int without = 0;

    void add(bool made_with_key) { ++(made_with_key ? with : without); }
};

/// A seal tells for certain, but one can be damaged, or come from a program with a foreign key.
void add_seals(Evidence& evidence, MasterKey const& key, Transaction& transaction) {
    for (auto const& row : transaction.query(sealed_mails))
        evidence.add(is_sealed_with(key, row.text(0)));
    for (auto const& row : transaction.query(sealed_forms))
        evidence.add(key.open(purpose_of_scan(row.text(0)), row.text(1)).has_value());
}

/// Digests of addresses of mails that have left. One that fits proves the key; one that does not
/// can be of a person who has another address by now, so that it takes some of them.
void add_receivers(Evidence& evidence, MasterKey const& key, Transaction& transaction) {
    constexpr std::size_t telling = 3;
    std::set<std::string> others;
    bool fits = false;
    for (auto const& row : transaction.query(receivers)) {
        if (row.text(0) == receiver_digest(row.text(1), key))
            fits = true;
        else
            others.insert(row.text(2));
    }
    if (fits || others.size() >= telling)
        evidence.add(fits);
}

} // namespace

KeyVerdict verdict_on(MasterKey const& key, Transaction& transaction) {
    if (auto const row = transaction.one(check_value))
        return foundation::equal_in_constant_time(row->text(0), digest_of(key))
                   ? KeyVerdict::own
                   : KeyVerdict::foreign;
    Evidence evidence;
    add_seals(evidence, key, transaction);
    add_receivers(evidence, key, transaction);
    if (evidence.with == 0 && evidence.without == 0)
        return KeyVerdict::unproven;
    return evidence.with >= evidence.without ? KeyVerdict::own : KeyVerdict::foreign;
}

void refuse_foreign_key(driver::Database& database, MasterKey const& key) {
    auto transaction = Transaction{database, Access::reading};
    if (has_table(transaction, "master_key_check") &&
        verdict_on(key, transaction) == KeyVerdict::foreign)
        throw driver::Fault(foreign_key_told);
}

void settle_key(driver::Database& database, MasterKey const& key) {
    driver::retrying(database, [&](Transaction& transaction) {
        if (verdict_on(key, transaction) == KeyVerdict::foreign)
            throw driver::Fault(foreign_key_told);
        if (!transaction.one(check_value))
            transaction.send(write_check_value, digest_of(key));
    });
}

void adopt_key(driver::Database& database, MasterKey const& key) {
    driver::retrying(database, [&](Transaction& transaction) {
        transaction.send(write_check_value, digest_of(key));
    });
}

} // namespace storage
