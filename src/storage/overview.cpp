#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

using portal::AccountId;
using portal::overview::Choice;
using portal::overview::Preference;
using portal::overview::TaskUse;

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

} // namespace

std::set<std::string> StoredRecords::announcements_read(AccountId const& account) {
    auto read = std::set<std::string>{};
    for (auto const& row : transaction_.query(read_by, account))
        read.insert(row.text(0));
    return read;
}

void StoredRecords::mark_announcement_read(AccountId const& account,
                                           std::string const& announcement,
                                           foundation::Instant now) {
    transaction_.execute(mark_read, account, announcement, now);
}

std::vector<TaskUse> StoredRecords::task_uses(AccountId const& account, foundation::Instant since) {
    auto uses = std::vector<TaskUse>{};
    for (auto const& row : transaction_.query(uses_since, account, since))
        uses.push_back({.task = row.text(0), .at = row.instant(1)});
    return uses;
}

void StoredRecords::add_task_use(AccountId const& account, std::string const& task,
                                 foundation::Instant now) {
    transaction_.execute(insert_use, account, task, now);
}

std::vector<Preference> StoredRecords::shortcut_preferences(AccountId const& account) {
    auto preferences = std::vector<Preference>{};
    for (auto const& row : transaction_.query(preferences_of, account))
        preferences.push_back({.task = row.text(0), .choice = from_word<Choice>(row.text(1))});
    return preferences;
}

void StoredRecords::save(AccountId const& account, Preference const& preference) {
    transaction_.execute(upsert_preference, account, preference.task, word(preference.choice));
}

} // namespace storage
