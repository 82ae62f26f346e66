#include "storage/driver/postgresql_pipeline.h"

#include "storage/driver/errors.h"
#include "storage/driver/postgresql_values.h"

#include <algorithm>
#include <array>
#include <libpq-fe.h>
#include <poll.h>

namespace storage::driver {

void ReleaseAnswer::operator()(pg_result* answer) const { PQclear(answer); }

namespace {

using std::chrono::steady_clock;

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

/// By SQLSTATE, never by message: messages are in the server's language and hold values.
[[noreturn]] void fail(PGresult const* answer, std::string const& sql) {
    auto const state = field(answer, PG_DIAG_SQLSTATE);
    if (state == "40001" || state == "40P01")
        throw Conflict("PostgreSQL: SQLSTATE " + state + ": " + sql);
    if (state == "23505")
        throw UniqueViolation(violated_key(answer));
    if (state == "55P03")
        throw InUse("PostgreSQL: SQLSTATE 55P03: " + sql);
    auto const constraint = field(answer, PG_DIAG_CONSTRAINT_NAME);
    throw Fault("PostgreSQL: SQLSTATE " + state + (constraint.empty() ? "" : " " + constraint) +
                ": " + sql);
}

bool succeeded(PGresult const* answer) {
    auto const status = PQresultStatus(answer);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

} // namespace

PostgresqlPipeline::PostgresqlPipeline(foundation::Secret<std::string> const& location,
                                       Patience const& patience, Deadline deadline)
    : link_(linked(location, patience, deadline)) {
    auto const limit = [](char const* name, std::chrono::milliseconds time) {
        return std::string{"set "} + name + " = " + std::to_string(time.count()) + ";";
    };
    run_script(limit("statement_timeout", patience.statement) +
                   limit("lock_timeout", patience.write_turn) +
                   limit("idle_in_transaction_session_timeout", patience.idle_in_transaction) +
                   // A program that died gives up its turn to write at once, not when its work is
                   // done.
                   limit("client_connection_check_interval", std::chrono::seconds{1}),
               std::min(deadline, steady_clock::now() + patience.connect));
}

bool PostgresqlPipeline::stands() {
    // Bytes that came in by themselves are the answers nobody waited for, or a farewell.
    while (!lost_) {
        auto socket = pollfd{.fd = PQsocket(link_.get()), .events = POLLIN, .revents = 0};
        if (poll(&socket, 1, 0) == 0)
            return true;
        lost_ = PQconsumeInput(link_.get()) == 0;
    }
    return false;
}

void PostgresqlPipeline::queue(Statement const& statement, std::span<Parameter const> parameters,
                               Awaited awaited) {
    auto const arguments = Arguments{parameters};
    auto const& known = prepared(statement, arguments.types);
    sent(PQsendQueryPrepared(link_.get(), known.name.c_str(), arguments.count(),
                             arguments.values.data(), arguments.sizes.data(),
                             arguments.formats.data(), binary_form),
         statement.sql(), awaited);
    constexpr std::size_t frame = 60; // of the messages around the values, at most
    for (auto const& parameter : parameters)
        queued_bytes_ += parameter.text().size() + 16;
    queued_bytes_ += frame;
}

bool PostgresqlPipeline::awaits_one_row() const {
    return std::ranges::count(sent_, Awaited::one_row, &Sent::awaited) > 0;
}

PostgresqlPipeline::Prepared const&
PostgresqlPipeline::prepared(Statement const& statement, std::vector<unsigned> const& types) {
    auto const known = prepared_.find(statement.sql());
    if (known != prepared_.end()) {
        foundation::ensure(known->second.types == types,
                           "a statement was given other types than before");
        return known->second;
    }
    auto name = "s" + std::to_string(names_++);
    sent(PQsendPrepare(link_.get(), name.c_str(), statement.sql(), static_cast<int>(types.size()),
                       types.data()),
         statement.sql(), Awaited::prepared);
    queued_bytes_ += std::string_view{statement.sql()}.size();
    unproven_.push_back(statement.sql());
    return prepared_[statement.sql()] = Prepared{std::move(name), types};
}

/// What an error kept from being prepared is prepared under another name when it is next needed.
void PostgresqlPipeline::forget_unproven() {
    for (auto const* sql : unproven_)
        prepared_.erase(sql);
    unproven_.clear();
}

void PostgresqlPipeline::sent(int accepted, char const* sql, Awaited awaited) {
    if (accepted != 1)
        lose(std::string{"PostgreSQL cannot be asked: "} + sql);
    sent_.push_back({.sql = sql, .awaited = awaited});
    complete_ = awaited == Awaited::end_of_queue;
}

bool PostgresqlPipeline::push() {
    if (!complete_)
        sent(PQpipelineSync(link_.get()), "the end of what was queued", Awaited::end_of_queue);
    return PQflush(link_.get()) == 0;
}

void PostgresqlPipeline::abandon() {
    push();
    for (auto& each : sent_)
        if (each.awaited != Awaited::end_of_queue)
            each.awaited = Awaited::nothing;
    forget_unproven();
}

std::vector<Answer> PostgresqlPipeline::settle(Deadline deadline) {
    push();
    auto answers = std::vector<Answer>{};
    auto error = Answer{};
    auto const* culprit = "";
    lost_ = true; // should anything be thrown before all answers are read
    for (auto const& [sql, awaited] : sent_) {
        auto answer = Answer{};
        try {
            answer = next(deadline, sql);
        } catch (Fault const&) {
            if (error) // the server said why, before it went
                fail(error.get(), culprit);
            throw;
        }
        if (awaited == Awaited::end_of_queue) {
            foundation::ensure(PQresultStatus(answer.get()) == PGRES_PIPELINE_SYNC,
                               "an answer is not to what was asked");
            continue;
        }
        auto const nothing_more = PQgetResult(link_.get()) == nullptr;
        foundation::ensure(nothing_more, "a prepared statement has one answer");
        if (error || awaited == Awaited::nothing)
            continue;
        if (!succeeded(answer.get())) {
            error = std::move(answer);
            culprit = sql;
            continue;
        }
        if (awaited == Awaited::prepared)
            std::erase(unproven_, sql);
        if (awaited == Awaited::one_row)
            ensure_changed(Changes::one, changed_by(*answer));
        if (awaited == Awaited::answer)
            answers.push_back(std::move(answer));
        else if (awaited == Awaited::later)
            later_ = std::move(answer);
    }
    lost_ = false;
    sent_.clear();
    queued_bytes_ = 0;
    if (error) {
        forget_unproven();
        renew_when_outdated(*error, culprit);
        fail(error.get(), culprit);
    }
    return answers;
}

/// Forgets all at once: a migration that outdates one statement outdates more of them. Under this
/// state a statement that never was right is refused too, but not after it was prepared.
void PostgresqlPipeline::renew_when_outdated(pg_result const& error, char const* sql) {
    auto const state = field(&error, PG_DIAG_SQLSTATE);
    if ((state != "0A000" && state != "26000") || !prepared_.contains(sql))
        return;
    prepared_.clear();
    throw Outdated("PostgreSQL: SQLSTATE " + state + ": " + sql);
}

void PostgresqlPipeline::run_script(std::string const& sql, Deadline deadline) {
    settle(deadline);
    PQexitPipelineMode(link_.get());
    if (PQsendQuery(link_.get(), sql.c_str()) != 1)
        lose("PostgreSQL cannot be asked: " + sql);
    auto error = Answer{};
    for (auto answer = next(deadline, sql);;) {
        if (!error && !succeeded(answer.get()))
            error = std::move(answer);
        await(deadline, sql);
        answer = Answer{PQgetResult(link_.get())};
        if (!answer)
            break;
    }
    PQenterPipelineMode(link_.get());
    if (error)
        fail(error.get(), sql);
}

/// The answer that must come now.
Answer PostgresqlPipeline::next(Deadline deadline, std::string_view sql) {
    await(deadline, sql);
    auto answer = Answer{PQgetResult(link_.get())};
    if (!answer || PQstatus(link_.get()) != CONNECTION_OK)
        lose("the connection to PostgreSQL was lost: " + std::string{sql});
    return answer;
}

/// Waits until something can be read without blocking. libpq's own waiting has no end: a server
/// that is stopped but still connected would hold the thread for ever (security.md F3).
void PostgresqlPipeline::await(Deadline deadline, std::string_view sql) {
    for (;;) {
        auto const unsent = PQflush(link_.get());
        if (unsent < 0 || (unsent == 0 && PQisBusy(link_.get()) == 0))
            return;
        auto const left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - steady_clock::now());
        auto socket = pollfd{.fd = PQsocket(link_.get()), .events = POLLIN, .revents = 0};
        if (unsent > 0)
            socket.events = POLLIN | POLLOUT;
        if (left.count() <= 0 || poll(&socket, 1, static_cast<int>(left.count())) == 0)
            lose("PostgreSQL did not answer in time: " + std::string{sql});
        if ((socket.revents & ~POLLOUT) != 0 && PQconsumeInput(link_.get()) == 0)
            return;
    }
}

void PostgresqlPipeline::lose(std::string const& why) {
    lost_ = true;
    throw Unreachable(why);
}

} // namespace storage::driver
