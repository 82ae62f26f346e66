#include "storage/driver/connection.h"
#include "storage/driver/errors.h"
#include "storage/driver/postgresql_pipeline.h"
#include "storage/driver/postgresql_values.h"

#include <array>
#include <libpq-fe.h>
#include <vector>

namespace storage::driver {

namespace {

constexpr auto begin_reading = Statement{"begin isolation level repeatable read read only"};
constexpr auto begin_writing = Statement{"begin isolation level read committed"};
constexpr auto without_disk = Statement{"set local synchronous_commit = off"};
constexpr auto as_long_as_it_takes = Statement{"set local statement_timeout = 0"};
constexpr auto wait_for_any_lock = Statement{"set local lock_timeout = 0"};
constexpr auto wait_for_locks = Statement{"select set_config('lock_timeout', $1, true)"};
// Writers of all nodes stand in line for this lock, as SQLite's stand for the file: "MijnDUO".
constexpr auto write_turn = Statement{"select pg_advisory_xact_lock(21789479044142415)"};
constexpr auto commit_it = Statement{"commit"};
constexpr auto undo_it = Statement{"rollback"};

/// So many bytes may wait for what follows. From 8,192 on libpq sends by itself; the server would
/// then have a transaction and no end of what it was asked, for which none of its limits of time
/// counts.
constexpr std::size_t most_queued = 4'000;

class PostgresqlConnection final : public Connection {
public:
    PostgresqlConnection(foundation::Secret<std::string> location, Patience patience)
        : location_(std::move(location))
        , patience_(patience) {}

    void begin(Access access, Deadline deadline) override;
    Result run(Statement const& statement, std::span<Parameter const> parameters) override;
    std::vector<Result> run_together(std::span<Call const> calls) override;
    void send(Statement const& statement, std::span<Parameter const> parameters,
              Changes changes) override;
    void ask(Statement const& statement) override;
    Result asked() override;
    void run_script(std::string const& sql) override;
    void commit() override;
    void roll_back() noexcept override;

private:
    using Awaited = PostgresqlPipeline::Awaited;
    void open();

    foundation::Secret<std::string> location_;
    Patience patience_;
    std::unique_ptr<PostgresqlPipeline> pipeline_;
    Access access_{};
    Deadline deadline_{};
    char const* question_ = nullptr;
    bool open_ = false; ///< the server was told to begin, or will be with what is queued
};

/// Tells the server nothing yet: that travels with the first statement. A link that broke while
/// nobody used it is made anew here, where nothing can be lost.
void PostgresqlConnection::begin(Access access, Deadline deadline) {
    access_ = access;
    deadline_ = deadline;
    open_ = false;
    if (!pipeline_ || !pipeline_->stands())
        pipeline_ = std::make_unique<PostgresqlPipeline>(location_, patience_, deadline);
}

void PostgresqlConnection::open() {
    if (open_)
        return;
    open_ = true;
    auto const tell = [&](Statement const& what) { pipeline_->queue(what, {}, Awaited::success); };
    if (access_ == Access::reading)
        return tell(begin_reading);
    tell(begin_writing);
    if (access_ == Access::noting)
        tell(without_disk);
    if (access_ == Access::migrating) {
        tell(as_long_as_it_takes);
        tell(wait_for_any_lock);
    }
    tell(write_turn);
    // From here on it keeps tables from who reads them, also while it waits for the next one.
    if (access_ == Access::migrating) {
        auto const at_most = std::to_string(patience_.table.count());
        std::array const parameter{Parameter{at_most}};
        pipeline_->queue(wait_for_locks, parameter, Awaited::success);
    }
}

Result PostgresqlConnection::run(Statement const& statement,
                                 std::span<Parameter const> parameters) {
    open();
    pipeline_->queue(statement, parameters, Awaited::answer);
    return result_of(*pipeline_->settle(deadline_).back(), statement.sql());
}

std::vector<Result> PostgresqlConnection::run_together(std::span<Call const> calls) {
    open();
    for (auto const& [statement, parameters] : calls)
        pipeline_->queue(statement, parameters, Awaited::answer);
    auto const answers = pipeline_->settle(deadline_);
    auto results = std::vector<Result>{};
    for (std::size_t i = 0; i < calls.size(); ++i)
        results.push_back(result_of(*answers[i], calls[i].statement.sql()));
    return results;
}

void PostgresqlConnection::send(Statement const& statement, std::span<Parameter const> parameters,
                                Changes changes) {
    open();
    pipeline_->queue(statement, parameters,
                     changes == Changes::one ? Awaited::one_row : Awaited::success);
    if (pipeline_->queued_bytes() >= most_queued)
        pipeline_->settle(deadline_);
}

void PostgresqlConnection::ask(Statement const& statement) {
    open();
    pipeline_->later(); // one that nobody fetched
    question_ = statement.sql();
    pipeline_->queue(statement, {}, Awaited::later);
}

Result PostgresqlConnection::asked() {
    if (!pipeline_->has_later())
        pipeline_->settle(deadline_);
    return result_of(*pipeline_->later(), question_);
}

void PostgresqlConnection::run_script(std::string const& sql) {
    open();
    pipeline_->run_script(sql, deadline_);
}

void PostgresqlConnection::commit() {
    if (!open_)
        return;
    if (access_ == Access::reading)
        return roll_back();
    if (pipeline_->awaits_one_row()) // a row that was not there must not be committed
        pipeline_->settle(deadline_);
    pipeline_->queue(commit_it, {}, Awaited::answer);
    auto const done = pipeline_->settle(deadline_);
    // PostgreSQL answers the commit of a failed transaction with a friendly ROLLBACK.
    if (std::string_view{PQcmdStatus(done.back().get())} != "COMMIT")
        throw Fault("PostgreSQL rolled back instead of committing");
    open_ = false;
}

/// Waits for nothing: there is no answer to it that would matter. It travels by itself, as the
/// server would skip it after an error in what was sent before.
void PostgresqlConnection::roll_back() noexcept {
    if (!open_)
        return;
    open_ = false;
    if (!pipeline_->stands())
        return pipeline_.reset(); // the server rolls back what it can no longer be asked about
    try {
        pipeline_->abandon();
        pipeline_->queue(undo_it, {}, Awaited::success);
        if (pipeline_->push())
            return;
    } catch (std::exception const&) { // as below
    }
    pipeline_.reset();
}

} // namespace

std::unique_ptr<Connection> postgresql_connection(foundation::Secret<std::string> location,
                                                  Patience patience) {
    return std::make_unique<PostgresqlConnection>(std::move(location), patience);
}

} // namespace storage::driver
