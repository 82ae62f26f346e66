#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sql.h"

#include <algorithm>

namespace storage {

using portal::journal::Link;

namespace {

constexpr auto head_locked = statement<Sql{
    "select number, hash, coalesce((select at from journal where number = journal_head.number), 0) "
    "from journal_head where id = 1 for update"}>;
constexpr auto move_head =
    statement<Sql{"update journal_head set number = $1, hash = $2 where id = 1"}>;
constexpr auto insert = statement<Sql{
    "insert into journal (number, at, kind, doer, organisation, account, details, details_digest, "
    "previous, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"}>;

constexpr auto select =
    Sql{"select number, at, kind, doer, organisation, account, details, details_digest, previous, "
        "hash from journal "};
constexpr auto after = statement<select + "where number > $1 order by number limit $2">;
constexpr auto about =
    statement<select + "where account = $1 and account <> '' order by number desc limit $2">;

constexpr auto maker = statement<Sql{
    "select doer from journal where account = $1 and account <> '' and kind = 'letter made' "
    "order by number desc limit 1"}>;

std::vector<Link> links_from(driver::Rows const& rows) {
    auto links = std::vector<Link>{};
    links.reserve(rows.size());
    for (auto const& row : rows) {
        auto columns = Columns{row};
        links.push_back({
            .number = columns.integer(),
            .at = columns.instant(),
            .kind = columns.text(),
            .doer = columns.text(),
            .organisation = columns.text(),
            .account = columns.text(),
            .details = columns.text(),
            .details_digest = columns.text(),
            .previous = columns.text(),
            .hash = columns.text(),
        });
    }
    return links;
}

} // namespace

/// Entries wait until the work is done: so the head of the chain, on which all transactions meet,
/// is locked last and shortest, whatever order the work appends in.
void StoredRecords::append(portal::journal::Entry const& entry, portal::journal::Doer const& doer,
                           foundation::Instant now) {
    unwritten_.push_back({.entry = entry, .doer = doer, .at = now});
}

/// Moments never run backwards against the numbers, whatever a clock did (decision 0140).
void StoredRecords::write_journal() {
    if (unwritten_.empty())
        return;
    auto const head = transaction_.query(head_locked)[0];
    auto number = head.integer(0);
    auto hash = head.text(1);
    auto newest = head.instant(2);
    for (auto const& [entry, doer, at] : unwritten_) {
        newest = std::max(newest, at);
        auto const link = portal::journal::chained(entry, doer, newest, number, hash);
        transaction_.send(insert, link.number, link.at, link.kind, link.doer, link.organisation,
                          link.account, link.details, link.details_digest, link.previous,
                          link.hash);
        number = link.number;
        hash = link.hash;
    }
    transaction_.send(move_head, number, hash);
    unwritten_.clear();
}

std::vector<Link> StoredRecords::journal_after(std::int64_t number, int most) {
    write_journal();
    return links_from(transaction_.query(after, number, most));
}

std::vector<Link> StoredRecords::journal_about(portal::AccountId const& account, int most) {
    write_journal();
    return links_from(transaction_.query(about, account, most));
}

std::string StoredRecords::maker_of_letter(portal::AccountId const& account) {
    write_journal();
    auto const row = transaction_.one(maker, account);
    return row ? row->text(0) : std::string{};
}

} // namespace storage
