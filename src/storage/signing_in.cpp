#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

using portal::signing_in::DepartureNote;

namespace {

constexpr auto insert =
    statement<Sql{"insert into departures (relay_digest, browser_digest, request_id, departed_at, "
                  "minimum_level, return_path, language, account, session_digest) "
                  "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"}>;
// Read and gone in one statement, so that of several arrivals with the same handle one gets it.
// With another browser's cookie it stays for whoever it belongs to.
constexpr auto take = statement<Sql{
    "delete from departures where relay_digest = $1 and browser_digest = $2 returning "
    "relay_digest, browser_digest, request_id, departed_at, minimum_level, return_path, "
    "language, account, coalesce(session_digest, '')"}>;
constexpr auto remember =
    statement<Sql{"insert into remembered (kind, digest, remembered_until) values ($1, $2, $3) "
                  "on conflict do nothing"}>;

} // namespace

void StoredRecords::add(DepartureNote const& note) {
    transaction_.send(insert, note.relay_digest, note.browser_digest, note.pending.request_id,
                      note.pending.departed_at, word(note.pending.minimum_level), note.return_path,
                      word(note.language), note.account, note.session_digest);
}

std::optional<DepartureNote> StoredRecords::take_departure(std::string const& relay_digest,
                                                           std::string const& browser_digest) {
    auto const row = transaction_.one(take, relay_digest, browser_digest);
    if (!row)
        return std::nullopt;
    auto columns = Columns{*row};
    return DepartureNote{
        .relay_digest = columns.text(),
        .browser_digest = columns.text(),
        .pending = {.request_id = columns.text(),
                    .departed_at = columns.instant(),
                    .minimum_level = columns.word<portal::AssuranceLevel>()},
        .return_path = columns.text(),
        .language = columns.word<portal::Language>(),
        .account = columns.optional_as<portal::AccountId>(),
        .session_digest = columns.text(),
    };
}

bool StoredRecords::remember_once(std::string const& kind, std::string const& digest,
                                  foundation::Instant until) {
    return transaction_.execute(remember, kind, digest, until) == 1;
}

} // namespace storage
