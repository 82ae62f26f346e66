#include "storage/driver/connection.h"
#include "storage/driver/errors.h"
#include "storage/driver/postgresql_values.h"

#include <algorithm>
#include <array>
#include <libpq-fe.h>
#include <poll.h>
#include <unordered_map>
#include <vector>

namespace storage::driver {

namespace {

using std::chrono::steady_clock;

struct Release {
    void operator()(PGconn* link) const { PQfinish(link); }
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Release>;

// Writers of all nodes stand in line for this lock, as SQLite's stand for the file: "MijnDUO".
constexpr std::string_view write_turn = "select pg_advisory_xact_lock(21789479044142415)";

std::string field(PGresult const* answer, int which) {
    auto const* value = PQresultErrorField(answer, which);
    return value == nullptr ? "" : value;
}

/// "Key (organisation, username)=(..., ...) already exists." as links(organisation, username): only
/// what stands before the values. In every language of the server the parentheses are the same.
std::string violated_key(PGresult const* answer) {
    auto const detail = field(answer, PG_DIAG_MESSAGE_DETAIL);
    auto const from = std::min(detail.find('('), detail.size());
    auto const columns = detail.substr(from, detail.find(")=(") + 1 - from);
    if (columns.empty() || columns.find('(', 1) != std::string::npos)
        return field(answer, PG_DIAG_CONSTRAINT_NAME);
    return field(answer, PG_DIAG_TABLE_NAME) + columns;
}

struct Prepared {
    std::string name{};
    std::vector<unsigned> types{};
};

class PostgresqlConnection final : public Connection {
public:
    PostgresqlConnection(foundation::Secret<std::string> location, Patience patience)
        : location_(std::move(location))
        , patience_(patience) {}

    void begin(Access access, Deadline deadline) override;
    Result run(Statement const& statement, std::span<Parameter const> parameters) override;
    void run_script(std::string const& sql) override;
    void commit() override;
    void roll_back() noexcept override;

private:
    void connect();
    void send(int sent, std::string_view sql);
    Answer answer(std::string_view sql);
    void await(std::string_view sql);
    Prepared const& prepared(Statement const& statement, Arguments const& arguments);
    [[noreturn]] void fail(PGresult const* answer, std::string_view sql);
    [[noreturn]] void lose(std::string_view why);

    foundation::Secret<std::string> location_;
    Patience patience_;
    Deadline deadline_{};
    std::unique_ptr<PGconn, Release> link_;
    std::unordered_map<char const*, Prepared> prepared_;
};

void PostgresqlConnection::connect() {
    prepared_.clear();
    auto const wait = std::to_string(std::max<std::int64_t>(
        2, std::chrono::ceil<std::chrono::seconds>(patience_.connect).count()));
    // What stands before dbname is a default that the address may overrule.
    std::array const keys{"connect_timeout",
                          "application_name",
                          "client_encoding",
                          "keepalives_idle",
                          "keepalives_interval",
                          "keepalives_count",
                          "tcp_user_timeout",
                          "dbname",
                          static_cast<char const*>(nullptr)};
    std::array const values{wait.c_str(),
                            "mijnduo",
                            "UTF8",
                            "10",
                            "3",
                            "2",
                            "8000",
                            location_.reveal().c_str(),
                            static_cast<char const*>(nullptr)};
    link_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
    if (PQstatus(link_.get()) != CONNECTION_OK) {
        auto const message = std::string{link_ ? PQerrorMessage(link_.get()) : "out of memory"};
        lose("no connection to PostgreSQL: " + message);
    }
    PQsetnonblocking(link_.get(), 1);
    PQsetNoticeProcessor(link_.get(), [](void*, char const*) {}, nullptr);
    auto const limit = [](char const* name, std::chrono::milliseconds time) {
        return std::string{"set "} + name + " = " + std::to_string(time.count()) + ";";
    };
    run_script(limit("statement_timeout", patience_.statement) +
               limit("lock_timeout", patience_.write_turn) +
               limit("idle_in_transaction_session_timeout", patience_.idle_in_transaction) +
               // A program that died gives up its turn to write at once, not when its work is done.
               limit("client_connection_check_interval", std::chrono::seconds{1}));
}

void PostgresqlConnection::begin(Access access, Deadline deadline) {
    deadline_ = deadline;
    auto const how = [&]() -> std::string {
        switch (access) {
        case Access::reading:
            return "begin isolation level repeatable read read only";
        case Access::writing:
            return "begin isolation level read committed; " + std::string{write_turn};
        case Access::noting:
            return "begin isolation level read committed; set local synchronous_commit = off; " +
                   std::string{write_turn};
        case Access::migrating:
            break;
        }
        return "begin; set local statement_timeout = 0; set local lock_timeout = 0; " +
               std::string{write_turn};
    }();
    if (!link_) {
        connect();
        return run_script(how);
    }
    try {
        run_script(how);
    } catch (Fault const&) {
        // The link broke while nobody used it: nothing is lost yet, so once more over a new one.
        if (link_ || steady_clock::now() >= deadline_)
            throw;
        connect();
        run_script(how);
    }
}

void PostgresqlConnection::run_script(std::string const& sql) {
    send(PQsendQuery(link_.get(), sql.c_str()), sql);
    answer(sql);
}

void PostgresqlConnection::commit() {
    send(PQsendQuery(link_.get(), "commit"), "commit");
    auto const done = answer("commit");
    // PostgreSQL answers the commit of a failed transaction with a friendly ROLLBACK.
    if (std::string_view{PQcmdStatus(done.get())} != "COMMIT")
        throw Fault("PostgreSQL rolled back instead of committing");
}

void PostgresqlConnection::roll_back() noexcept {
    if (!link_ || PQtransactionStatus(link_.get()) == PQTRANS_IDLE)
        return;
    try {
        run_script("rollback");
    } catch (Fault const&) {
        link_.reset(); // the server rolls back what it can no longer be asked about
    }
}

void PostgresqlConnection::send(int sent, std::string_view sql) {
    if (sent != 1)
        fail(nullptr, sql);
}

/// Waits until something can be read without blocking. libpq's own waiting has no end: a server
/// that is stopped but still connected would hold the thread for ever (security.md F3).
void PostgresqlConnection::await(std::string_view sql) {
    for (;;) {
        auto const unsent = PQflush(link_.get());
        if (unsent < 0 || (unsent == 0 && PQisBusy(link_.get()) == 0))
            return;
        auto const left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline_ - steady_clock::now());
        auto socket = pollfd{.fd = PQsocket(link_.get()), .events = POLLIN, .revents = 0};
        if (unsent > 0)
            socket.events = POLLIN | POLLOUT;
        if (left.count() <= 0 || poll(&socket, 1, static_cast<int>(left.count())) == 0)
            lose("PostgreSQL did not answer in time: " + std::string{sql});
        if ((socket.revents & ~POLLOUT) != 0 && PQconsumeInput(link_.get()) == 0)
            return;
    }
}

/// The last answer to what was sent, after all of it has been read.
Answer PostgresqlConnection::answer(std::string_view sql) {
    Answer last;
    for (;;) {
        await(sql);
        auto next = Answer{PQgetResult(link_.get())};
        if (!next)
            break;
        if (!last || PQresultStatus(last.get()) != PGRES_FATAL_ERROR)
            last = std::move(next);
    }
    auto const status = PQresultStatus(last.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        fail(last.get(), sql);
    return last;
}

Prepared const& PostgresqlConnection::prepared(Statement const& statement,
                                               Arguments const& arguments) {
    auto const known = prepared_.find(statement.sql());
    if (known != prepared_.end()) {
        foundation::ensure(known->second.types == arguments.types,
                           "a statement was given other types than before");
        return known->second;
    }
    auto name = "s" + std::to_string(prepared_.size());
    send(PQsendPrepare(link_.get(), name.c_str(), statement.sql(), arguments.count(),
                       arguments.types.data()),
         statement.sql());
    answer(statement.sql());
    return prepared_[statement.sql()] = Prepared{std::move(name), arguments.types};
}

Result PostgresqlConnection::run(Statement const& statement,
                                 std::span<Parameter const> parameters) {
    auto const arguments = Arguments{parameters};
    auto const& known = prepared(statement, arguments);
    send(PQsendQueryPrepared(link_.get(), known.name.c_str(), arguments.count(),
                             arguments.values.data(), arguments.sizes.data(),
                             arguments.formats.data(), binary_form),
         statement.sql());
    return result_of(*answer(statement.sql()), statement.sql());
}

/// By SQLSTATE, never by message: messages are in the server's language and hold values.
void PostgresqlConnection::fail(PGresult const* answer, std::string_view sql) {
    if (PQstatus(link_.get()) != CONNECTION_OK)
        lose("the connection to PostgreSQL was lost: " + std::string{sql});
    auto const state = answer == nullptr ? "" : field(answer, PG_DIAG_SQLSTATE);
    if (state == "40001" || state == "40P01")
        throw Conflict("PostgreSQL: SQLSTATE " + state + ": " + std::string{sql});
    if (state == "23505")
        throw UniqueViolation(violated_key(answer));
    auto const constraint = answer == nullptr ? "" : field(answer, PG_DIAG_CONSTRAINT_NAME);
    throw Fault("PostgreSQL: SQLSTATE " + state + (constraint.empty() ? "" : " " + constraint) +
                ": " + std::string{sql});
}

void PostgresqlConnection::lose(std::string_view why) {
    link_.reset();
    throw Fault(std::string{why});
}

} // namespace

std::unique_ptr<Connection> postgresql_connection(foundation::Secret<std::string> location,
                                                  Patience patience) {
    return std::make_unique<PostgresqlConnection>(std::move(location), patience);
}

} // namespace storage::driver
