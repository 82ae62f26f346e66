#include "storage/records.h"
#include "storage/sql.h"

#include <algorithm>
#include <set>

namespace storage {

namespace {

constexpr auto recorded = statement<Sql{
    "select person from looks where session = $1 and page = $2 and recorded_at > $3"}>;
constexpr auto record = statement<Sql{
    "insert into looks (session, page, person, recorded_at) values ($1, $2, $3, $4) "
    "on conflict (session, page, person) do update set recorded_at = excluded.recorded_at"}>;

} // namespace

/// One question, and one statement for each who is new that travels with the entry in the journal.
std::vector<std::string> StoredRecords::newly_seen(std::string const& session,
                                                   std::string const& page,
                                                   std::vector<std::string> const& people,
                                                   foundation::Instant after) {
    if (people.empty())
        return {};
    auto seen = std::set<std::string>{};
    for (auto const& row : transaction_.query(recorded, session, page, after))
        seen.insert(row.text(0));
    auto fresh = std::vector<std::string>{};
    for (auto const& person : people)
        if (seen.insert(person).second) {
            transaction_.send(record, session, page, person, moment());
            fresh.push_back(person);
        }
    return fresh;
}

} // namespace storage
