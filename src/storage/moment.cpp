#include "storage/moment.h"

namespace storage {

namespace {

using driver::Dialect;
using driver::Statement;

// now() would be the moment at which the transaction began, before it got its turn to write.
constexpr auto in_postgresql =
    Statement{"select (extract(epoch from clock_timestamp()) * 1000000)::bigint"};
// Within one statement 'now' is one moment. In milliseconds; SQLite has nothing finer.
constexpr auto in_sqlite = Statement{"select cast(strftime('%s', 'now') as integer) * 1000000 + "
                                     "cast(substr(strftime('%f', 'now'), 4) as integer) * 1000"};

} // namespace

foundation::Instant database_clock(driver::Transaction& transaction) {
    auto const& ask = transaction.dialect() == Dialect::sqlite ? in_sqlite : in_postgresql;
    return transaction.query(ask)[0].instant(0);
}

} // namespace storage
