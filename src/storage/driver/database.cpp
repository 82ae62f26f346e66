#include "storage/driver/database.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <vector>

namespace storage::driver {

namespace {

using std::chrono::steady_clock;

/// SQLite's own in-memory databases either have one connection or other locks than a file has. A
/// file in memory behaves as the real one does.
std::filesystem::path folder_in_memory() {
    auto const shared = std::filesystem::path{"/dev/shm"};
    auto const parent =
        std::filesystem::is_directory(shared) ? shared : std::filesystem::temp_directory_path();
    auto name = (parent / "mijnduo-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::filesystem::filesystem_error("no folder for a database in memory", parent,
                                                std::error_code{errno, std::generic_category()});
    return name;
}

std::vector<std::unique_ptr<Connection>> connections(DatabaseAddress const& address,
                                                     std::filesystem::path const& scratch,
                                                     Access access, int count,
                                                     Patience const& patience) {
    std::vector<std::unique_ptr<Connection>> made;
    while (std::cmp_less(made.size(), count)) {
        if (address.dialect() == Dialect::postgresql)
            made.push_back(postgresql_connection(address.location(), patience));
        else
            made.push_back(sqlite_connection(scratch.empty() ? address.location().reveal()
                                                             : (scratch / "database").string(),
                                             access, patience));
    }
    return made;
}

} // namespace

Database::Database(DatabaseAddress const& address, int count, Patience patience)
    : dialect_(address.dialect())
    , patience_(patience)
    , scratch_(address.in_memory() ? folder_in_memory() : std::filesystem::path{})
    , writers_(connections(address, scratch_, Access::writing, 1, patience))
    , readers_(connections(address, scratch_, Access::reading, std::max(1, count - 1), patience)) {}

Database::~Database() {
    auto ignored = std::error_code{};
    if (!scratch_.empty())
        std::filesystem::remove_all(scratch_, ignored);
}

Deadline Database::deadline(Access access) const {
    auto const limit = access == Access::migrating ? std::chrono::hours{1} : patience_.transaction;
    return steady_clock::now() + limit;
}

bool Database::reachable() {
    static constexpr auto ask = Statement{"select 1"};
    try {
        auto question =
            Transaction{*this, Access::reading, steady_clock::now() + std::chrono::seconds{2}};
        return question.one(ask)->integer(0) == 1;
    } catch (Fault const&) {
        return false;
    }
}

template<class Work>
auto Transaction::heard(Work work) {
    try {
        return work();
    } catch (Unreachable const&) {
        asking_.unanswered(steady_clock::now());
        throw;
    }
}

Transaction::Transaction(Database& database, Access access)
    : Transaction(database, access, database.deadline(access)) {}

Transaction::Transaction(Database& database, Access access, Deadline deadline)
    : database_(database)
    , access_(access)
    , asking_(database.circuit_, steady_clock::now()) {
    auto const& patience = database.patience_;
    auto const turn = access == Access::reading     ? steady_clock::now() + patience.free_connection
                      : access == Access::migrating ? deadline
                                                    : steady_clock::now() + patience.write_turn;
    connection_ = database.pool(access).take(std::min(turn, deadline));
    try {
        heard([&] { connection_->begin(access, deadline); });
    } catch (...) {
        connection_->roll_back();
        database.pool(access).give_back(std::move(connection_));
        throw;
    }
}

Transaction::~Transaction() {
    if (state_ != State::committed)
        connection_->roll_back();
    database_.pool(access_).give_back(std::move(connection_));
}

template<class Work>
auto Transaction::attempt(Work work) {
    foundation::ensure(state_ == State::open, "a transaction that has ended or failed was used");
    // PostgreSQL refuses everything after an error and SQLite does not: here both do.
    state_ = State::failed;
    if constexpr (std::is_void_v<decltype(work())>) {
        heard(work);
        state_ = State::open;
    } else {
        auto result = heard(work);
        asking_.answered();
        state_ = State::open;
        return result;
    }
}

Result Transaction::run(Statement const& statement, std::span<Parameter const> parameters) {
    return attempt([&] { return connection_->run(statement, parameters); });
}

std::vector<Result> Transaction::run_together(std::span<Call const> calls) {
    return attempt([&] { return connection_->run_together(calls); });
}

void Transaction::send_with(Statement const& statement, std::span<Parameter const> parameters,
                            Changes changes) {
    foundation::ensure(access_ != Access::reading, "who only reads has nothing to send");
    attempt([&] { connection_->send(statement, parameters, changes); });
}

void Transaction::ask(Statement const& statement) {
    attempt([&] { connection_->ask(statement); });
}

Rows Transaction::asked() {
    return Rows{attempt([&] { return connection_->asked(); })};
}

void Transaction::execute_script(std::string const& sql) {
    attempt([&] { connection_->run_script(sql); });
}

void Transaction::commit() {
    attempt([&] { connection_->commit(); });
    state_ = State::committed;
}

} // namespace storage::driver
