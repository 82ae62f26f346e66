#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

using portal::AccountId;
using portal::overview::Choice;
using portal::overview::Preference;
using portal::overview::Use;

namespace {

constexpr auto read_by =
    statement<Sql{"select announcement from announcements_read where account = $1"}>;
constexpr auto mark_read = statement<Sql{
    "insert into announcements_read (account, announcement, read_at) values ($1, $2, $3) "
    "on conflict do nothing"}>;
constexpr auto uses_since = statement<Sql{
    "select task, used_at from task_uses where account = $1 and used_at >= $2 order by used_at"}>;
constexpr auto insert_use =
    statement<Sql{"insert into task_uses (account, task, used_at) values ($1, $2, $3)"}>;
constexpr auto preferences_of = statement<Sql{
    "select task, choice from shortcut_preferences where account = $1 order by task"}>;
constexpr auto upsert_preference =
    statement<Sql{"insert into shortcut_preferences (account, task, choice) values ($1, $2, $3) "
                  "on conflict (account, task) do update set choice = excluded.choice"}>;

std::set<std::string> read_from(driver::Rows const& rows) {
    auto read = std::set<std::string>{};
    for (auto const& row : rows)
        read.insert(row.text(0));
    return read;
}

std::vector<Preference> preferences_from(driver::Rows const& rows) {
    auto preferences = std::vector<Preference>{};
    for (auto const& row : rows)
        preferences.push_back({.task = row.text(0), .choice = from_word<Choice>(row.text(1))});
    return preferences;
}

} // namespace

std::set<std::string> StoredRecords::announcements_read(AccountId const& account) {
    return read_from(transaction_.query(read_by, account));
}

void StoredRecords::mark_announcement_read(AccountId const& account,
                                           std::string const& announcement,
                                           foundation::Instant now) {
    transaction_.send(mark_read, account, announcement, now);
}

Use StoredRecords::use_of(AccountId const& account, foundation::Instant since) {
    auto const [read, starts, preferences] = transaction_.queries(
        driver::bound(read_by, account), driver::bound(uses_since, account, since),
        driver::bound(preferences_of, account));
    auto use =
        Use{.announcements_read = read_from(read), .preferences = preferences_from(preferences)};
    for (auto const& row : starts)
        use.starts.push_back({.task = row.text(0), .at = row.instant(1)});
    return use;
}

void StoredRecords::add_task_use(AccountId const& account, std::string const& task,
                                 foundation::Instant now) {
    transaction_.send(insert_use, account, task, now);
}

std::vector<Preference> StoredRecords::shortcut_preferences(AccountId const& account) {
    return preferences_from(transaction_.query(preferences_of, account));
}

void StoredRecords::save(AccountId const& account, Preference const& preference) {
    transaction_.send(upsert_preference, account, preference.task, word(preference.choice));
}

} // namespace storage
