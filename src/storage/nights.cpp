#include "storage/nights.h"

#include "storage/columns.h"
#include "storage/sql.h"

namespace storage {

using driver::Transaction;
using foundation::CivilDate;
using foundation::Instant;
using foundation::iso_date;
using portal::upkeep::Night;

namespace {

constexpr auto done =
    statement<Sql{"select 1 from nights where night = $1 and ended_at is not null"}>;
constexpr auto take =
    statement<Sql{"insert into nights (night, began_at, leased_until) values ($1, $2, $3) "
                  "on conflict (night) do update set began_at = $2, leased_until = $3 "
                  "where nights.ended_at is null and nights.leased_until <= $2"}>;
// Who began it is known by when: who takes it afterwards begins later.
constexpr auto hold = statement<Sql{"update nights set leased_until = $3 "
                                    "where night = $1 and began_at = $2 and ended_at is null"}>;
constexpr auto keep = statement<Sql{
    "insert into nights (night, began_at, leased_until, ended_at, lapsed, warned, never_linked, "
    "forms_erased, expiring, unreadable) values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9) "
    "on conflict (night) do update set began_at = $2, leased_until = $3, ended_at = $3, "
    "lapsed = $4, warned = $5, never_linked = $6, forms_erased = $7, expiring = $8, "
    "unreadable = $9"}>;
constexpr auto last = statement<Sql{
    "select night, began_at, ended_at, lapsed, warned, never_linked, forms_erased, expiring, "
    "unreadable from nights where ended_at is not null order by night desc limit 1"}>;

constexpr std::chrono::minutes lease{5};

} // namespace

bool is_done(Transaction& transaction, CivilDate night) {
    return !transaction.query(done, iso_date(night)).empty();
}

bool take_night(Transaction& transaction, CivilDate night, Instant now) {
    return transaction.execute(take, iso_date(night), now, now + lease) == 1;
}

bool hold_night(Transaction& transaction, Night const& night, Instant now) {
    return transaction.execute(hold, iso_date(night.date), night.began_at, now + lease) == 1;
}

void put_off_night(Transaction& transaction, Night const& night, Instant until) {
    transaction.send(hold, iso_date(night.date), night.began_at, until);
}

void keep_night(Transaction& transaction, Night const& night) {
    foundation::ensure(night.ended_at.has_value(), "a night that is kept has ended");
    transaction.send(keep, iso_date(night.date), night.began_at, *night.ended_at, night.lapsed,
                     night.warned, night.never_linked, night.forms_erased, night.expiring,
                     night.unreadable);
}

std::optional<Night> last_night(driver::Database& database) {
    auto const row =
        driver::retrying(database, driver::Access::reading,
                         [](Transaction& transaction) { return transaction.one(last); });
    if (!row)
        return std::nullopt;
    auto columns = Columns{*row};
    return Night{.date = columns.date(),
                 .began_at = columns.instant(),
                 .ended_at = columns.instant(),
                 .lapsed = columns.number(),
                 .warned = columns.number(),
                 .never_linked = columns.number(),
                 .forms_erased = columns.number(),
                 .expiring = columns.number(),
                 .unreadable = columns.number()};
}

} // namespace storage
