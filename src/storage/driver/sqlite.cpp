#include "foundation/text.h"
#include "storage/driver/connection.h"
#include "storage/driver/errors.h"

#include <algorithm>
#include <cstdlib>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unordered_map>
#include <vector>

namespace storage::driver {

namespace {

using std::chrono::steady_clock;

struct Release {
    void operator()(sqlite3* link) const { sqlite3_close_v2(link); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// A statement in SQLite's own form. SQLite numbers "$2", "$1" in order of appearance, so for each
/// of its places is kept which argument (from 0) goes there.
struct Prepared {
    std::unique_ptr<sqlite3_stmt, Release> statement{};
    std::vector<std::size_t> places{};
    std::size_t arguments = 0;
};

/// The writing transaction already has the database to itself.
std::string_view without_row_locks(std::string_view sql) {
    static constexpr std::string_view row_locks = " for update";
    return sql.ends_with(row_locks) ? sql.substr(0, sql.size() - row_locks.size()) : sql;
}

/// "UNIQUE constraint failed: links.organisation, links.username" as links(organisation, username).
std::string violated_key(std::string_view message) {
    auto const named = message.substr(std::min(message.size(), message.find(": ") + 2));
    if (named.starts_with("index '"))
        return std::string{named.substr(7, named.size() - 8)};
    std::string table;
    std::string columns;
    for (auto const part : foundation::split(named, ',')) {
        auto const column = foundation::trimmed(part);
        auto const dot = std::min(column.find('.'), column.size() - 1);
        table = column.substr(0, dot);
        columns += columns.empty() ? "" : ", ";
        columns += column.substr(dot + 1);
    }
    return table + "(" + columns + ")";
}

/// Forgets the values and lets go of the pages however the run ends.
class Running {
public:
    explicit Running(sqlite3_stmt* statement)
        : statement_(statement) {}
    ~Running() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }
    Running(Running const&) = delete;
    Running& operator=(Running const&) = delete;

private:
    sqlite3_stmt* statement_;
};

/// Before the first connection is made: SQLite would count each piece of memory under one lock that
/// all connections share, for figures that nobody asks for.
void without_memory_figures() {
    [[maybe_unused]] static int const once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

class SqliteConnection final : public Connection {
public:
    SqliteConnection(std::string path, Access access, Patience patience)
        : path_(std::move(path))
        , access_(access)
        , patience_(patience) {
        without_memory_figures();
    }

    void begin(Access access, Deadline deadline) override {
        deadline_ = until_ = deadline;
        if (!link_)
            open();
        auto const left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - steady_clock::now());
        auto const turn = access == Access::migrating ? left : std::min(left, patience_.write_turn);
        sqlite3_busy_timeout(link_.get(), std::max(1, static_cast<int>(turn.count())));
        statement_limit_ = access == Access::migrating ? left : patience_.statement;
        if (access_ != Access::reading)
            keep_on_disk(access != Access::noting);
        run_fixed(access == Access::reading ? begin_reading : begin_writing);
    }

    Result run(Statement const& statement, std::span<Parameter const> parameters) override;
    // Nothing travels, so nothing is gained by waiting.
    std::vector<Result> run_together(std::span<Call const> calls) override {
        auto results = std::vector<Result>{};
        for (auto const& [statement, parameters] : calls)
            results.push_back(run(statement, parameters));
        return results;
    }
    void send(Statement const& statement, std::span<Parameter const> parameters,
              Changes changes) override {
        ensure_changed(changes, run(statement, parameters).changed);
    }

    void run_script(std::string const& sql) override {
        until_ = std::min(deadline_, steady_clock::now() + statement_limit_);
        if (sqlite3_exec(link_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            fail(sql);
    }

    void commit() override { run_fixed(end_well); }

    void roll_back() noexcept override {
        // Some errors (a full disk) have rolled back already.
        if (link_ && sqlite3_get_autocommit(link_.get()) == 0) {
            deadline_ = Deadline::max();
            try {
                run_fixed(end_badly);
            } catch (foundation::Fault const&) {
                prepared_.clear(); // a file that is let go of has rolled back
                link_.reset();
            }
        }
    }

private:
    static constexpr Statement begin_reading{"begin"};
    static constexpr Statement begin_writing{"begin immediate"};
    static constexpr Statement end_well{"commit"};
    static constexpr Statement end_badly{"rollback"};

    void open();
    /// Whether the next commit waits until the disk has it. In the write-ahead log everything comes
    /// in order: a commit that waits makes what was noted before it last too.
    void keep_on_disk(bool wait) {
        if (wait == waits_for_disk_)
            return;
        run_script(wait ? "pragma synchronous = full" : "pragma synchronous = normal");
        waits_for_disk_ = wait;
    }
    void run_fixed(Statement const& statement) { run(statement, {}); }
    Prepared& prepared(Statement const& statement);
    void bind(sqlite3_stmt* statement, int place, Parameter const& parameter, char const* sql);
    Value value(sqlite3_stmt* statement, int column, char const* sql);
    [[noreturn]] void fail(std::string_view sql);

    static int out_of_time(void* connection) {
        return steady_clock::now() >= static_cast<SqliteConnection*>(connection)->until_ ? 1 : 0;
    }

    std::string path_;
    Access access_;
    Patience patience_;
    std::chrono::milliseconds statement_limit_{};
    Deadline deadline_{};
    Deadline until_{};
    bool waits_for_disk_ = true; ///< as open() leaves it
    std::unique_ptr<sqlite3, Release> link_;
    std::unordered_map<char const*, Prepared> prepared_;
};

void SqliteConnection::open() {
    // Personal data: made for its owner only. Not open(2): closing that would drop SQLite's locks.
    mknod(path_.c_str(), S_IFREG | S_IRUSR | S_IWUSR, 0);
    sqlite3* link = nullptr;
    auto const flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    auto const opened = sqlite3_open_v2(path_.c_str(), &link, flags, nullptr);
    link_.reset(link);
    try {
        if (opened != SQLITE_OK)
            fail("open");
        sqlite3_progress_handler(link, 10'000, &out_of_time, this);
        sqlite3_busy_timeout(link, static_cast<int>(patience_.connect.count()));
        sqlite3_db_config(link, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        // "x" is a column and never a text, as in PostgreSQL.
        sqlite3_db_config(link, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        sqlite3_db_config(link, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
        statement_limit_ = patience_.connect;
        // Synchronous full: what was confirmed is still there after a power cut (decision 0040).
        run_script("pragma journal_mode = wal; pragma synchronous = full;"
                   "pragma foreign_keys = on; pragma trusted_schema = off");
        waits_for_disk_ = true;
        if (access_ == Access::reading)
            run_script("pragma query_only = on");
    } catch (...) {
        link_.reset();
        throw;
    }
}

Prepared& SqliteConnection::prepared(Statement const& statement) {
    auto [entry, is_new] = prepared_.try_emplace(statement.sql());
    auto& made = entry->second;
    if (!is_new && made.statement)
        return made;
    auto const sql = without_row_locks(statement.sql());
    sqlite3_stmt* raw = nullptr;
    auto const result = sqlite3_prepare_v3(link_.get(), sql.data(), static_cast<int>(sql.size()),
                                           SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    made.statement.reset(raw);
    if (result != SQLITE_OK)
        fail(sql);
    made.places.clear();
    for (int place = 1; place <= sqlite3_bind_parameter_count(raw); ++place) {
        auto const* name = sqlite3_bind_parameter_name(raw, place);
        auto const number = name != nullptr && *name == '$' ? std::atoi(name + 1) : 0;
        foundation::ensure(number >= 1, "the places of a statement are $1, $2, ...");
        made.places.push_back(static_cast<std::size_t>(number) - 1);
        made.arguments = std::max(made.arguments, static_cast<std::size_t>(number));
    }
    return made;
}

void SqliteConnection::bind(sqlite3_stmt* statement, int place, Parameter const& parameter,
                            char const* sql) {
    auto const text = parameter.text();
    if (!parameter.present()) {
        sqlite3_bind_null(statement, place);
    } else if (parameter.type() == Parameter::Type::integer) {
        sqlite3_bind_int64(statement, place, parameter.integer());
    } else if (text.find('\0') != std::string_view::npos || !foundation::is_utf8(text)) {
        // As PostgreSQL does; SQLite itself would keep anything.
        throw Fault(std::string{"not a text that can be stored: "} + sql);
    } else if (sqlite3_bind_text64(statement, place, text.empty() ? "" : text.data(), text.size(),
                                   nullptr, SQLITE_UTF8) != SQLITE_OK) {
        fail(sql);
    }
}

Value SqliteConnection::value(sqlite3_stmt* statement, int column, char const* sql) {
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return std::monostate{};
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_TEXT: {
        auto const* text = sqlite3_column_text(statement, column);
        auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        return std::string{reinterpret_cast<char const*>(text), size};
    }
    default:
        throw Fault(std::string{"neither text nor whole number comes from: "} + sql);
    }
}

Result SqliteConnection::run(Statement const& statement, std::span<Parameter const> parameters) {
    until_ = std::min(deadline_, steady_clock::now() + statement_limit_);
    auto& made = prepared(statement);
    foundation::ensure(made.arguments == parameters.size(), "a statement misses arguments");
    auto* const raw = made.statement.get();
    auto const running = Running{raw};
    int place = 0;
    for (auto const argument : made.places)
        bind(raw, ++place, parameters[argument], statement.sql());

    auto result = Result{.columns = static_cast<std::size_t>(sqlite3_column_count(raw))};
    for (auto step = sqlite3_step(raw); step != SQLITE_DONE; step = sqlite3_step(raw)) {
        if (step != SQLITE_ROW)
            fail(statement.sql());
        if (result.cells.empty())
            result.cells.reserve(result.columns); // most statements give one row
        for (int column = 0; std::cmp_less(column, result.columns); ++column)
            result.cells.push_back(value(raw, column, statement.sql()));
    }
    result.changed = sqlite3_changes64(link_.get());
    return result;
}

void SqliteConnection::fail(std::string_view sql) {
    auto const code = link_ ? sqlite3_extended_errcode(link_.get()) : SQLITE_NOMEM;
    // SQLite's messages name tables and columns and never hold a value.
    auto const message = std::string{link_ ? sqlite3_errmsg(link_.get()) : "out of memory"};
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
        throw UniqueViolation(violated_key(message));
    case SQLITE_BUSY_SNAPSHOT:
        throw Conflict("SQLite: " + message);
    default:
        break;
    }
    throw Fault("SQLite error " + std::to_string(code) + " (" + message + "): " + std::string{sql});
}

} // namespace

std::unique_ptr<Connection> sqlite_connection(std::string path, Access access, Patience patience) {
    return std::make_unique<SqliteConnection>(std::move(path), access, patience);
}

} // namespace storage::driver
