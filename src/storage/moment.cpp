#include "storage/moment.h"

#include "storage/sql.h"

#include <algorithm>
#include <chrono>

namespace storage {

using driver::Dialect;
using foundation::Instant;

namespace {

// now() would be the moment at which the transaction began, before it got its turn to write.
constexpr auto clock_of_postgresql =
    Sql{"(extract(epoch from clock_timestamp()) * 1000000)::bigint"};
constexpr auto clock_alone = statement<Sql{"select "} + clock_of_postgresql>;

/// The newest entry of the journal is what everybody agrees has been.
constexpr auto newest_entry =
    Sql{"coalesce((select at from journal order by number desc limit 1), 0)"};
constexpr auto on_postgresql =
    statement<Sql{"select "} + newest_entry + ", " + clock_of_postgresql>;
constexpr auto on_sqlite = statement<Sql{"select "} + newest_entry>;

/// SQLite has no clock but this one, and is used by no other machine.
Instant clock_of_this_machine() {
    return std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
}

/// A clock may be set back so far, or be another server's after one failed. An entry that is
/// further ahead was kept by a clock that was wrong, and time does not stand still for it.
constexpr std::chrono::minutes clocks_differ{5};

driver::Statement const& question(driver::Transaction const& transaction) {
    return transaction.dialect() == Dialect::postgresql ? on_postgresql : on_sqlite;
}

Instant moment_of(driver::Transaction const& transaction, driver::Row const& answer) {
    auto const newest = answer.instant(0);
    auto const clock =
        transaction.dialect() == Dialect::postgresql ? answer.instant(1) : clock_of_this_machine();
    return newest - clock > clocks_differ ? clock : std::max(clock, newest);
}

} // namespace

Instant database_clock(driver::Transaction& transaction) {
    return transaction.dialect() == Dialect::postgresql
               ? transaction.query(clock_alone)[0].instant(0)
               : clock_of_this_machine();
}

Moment::Moment(driver::Transaction& transaction, Moments from, std::optional<Instant> asked_at)
    : transaction_(from == Moments::database ? &transaction : nullptr) {
    if (!transaction_)
        value_ = asked_at;
    else if (asked_at) {
        transaction_->ask(question(*transaction_));
        asked_ahead_ = true;
    }
}

Instant Moment::value() {
    if (!value_) {
        foundation::ensure(transaction_ != nullptr,
                           "a moment of a transaction that was asked at none");
        auto const answer =
            asked_ahead_ ? transaction_->asked() : transaction_->query(question(*transaction_));
        value_ = moment_of(*transaction_, answer[0]);
    }
    return *value_;
}

} // namespace storage
