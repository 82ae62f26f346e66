#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

namespace {

constexpr auto outcome_of =
    statement<Sql{"select outcome from tickets where digest = $1 and holds_until > $2"}>;
// What held no longer is done anew, and then it is the new outcome that holds.
constexpr auto note =
    statement<Sql{"insert into tickets (digest, outcome, holds_until) values ($1, $2, $3) "
                  "on conflict (digest) do update set outcome = excluded.outcome, "
                  "holds_until = excluded.holds_until"}>;

} // namespace

std::optional<std::string> StoredRecords::given_before(std::string const& digest,
                                                       foundation::Instant now) {
    auto const row = transaction_.one(outcome_of, digest, now);
    if (!row)
        return std::nullopt;
    auto columns = Columns{*row};
    return columns.text();
}

void StoredRecords::note_given(std::string const& digest, std::string const& outcome,
                               foundation::Instant until) {
    transaction_.send(note, digest, outcome, until);
}

} // namespace storage
