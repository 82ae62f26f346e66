#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

namespace {

constexpr auto remember =
    statement<Sql{"insert into remembered (kind, digest, remembered_until) values ($1, $2, $3) "
                  "on conflict do nothing"}>;
constexpr auto forget = statement<Sql{"delete from remembered where remembered_until <= $1"}>;
// Only a server of the version before writes there.
constexpr auto departures = statement<Sql{"delete from departures where departed_at <= $1"}>;

} // namespace

bool StoredRecords::remember_once(std::string const& kind, std::string const& digest,
                                  foundation::Instant until) {
    return transaction_.execute(remember, kind, digest, until) == 1;
}

void StoredRecords::forget_arrivals(portal::Policy const& policy, foundation::Instant now) {
    transaction_.send(forget, now);
    transaction_.send(departures, now - policy.departure_lasts);
}

} // namespace storage
