#pragma once
#include "storage/driver/address.h"
#include "storage/driver/circuit.h"
#include "storage/driver/connection.h"
#include "storage/driver/errors.h"
#include "storage/driver/pool.h"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

namespace storage::driver {

/// A database and its connections: one that writes and the rest to read (decision 0040). Shared by
/// all threads.
class Database {
public:
    Database(DatabaseAddress const& address, int connections, Patience patience = {});
    ~Database();
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    Dialect dialect() const { return dialect_; }
    /// Does it answer, within two seconds once connected? For the health page.
    bool reachable();
    /// By when a transaction that begins now must be over.
    Deadline deadline(Access access) const;

private:
    friend class Transaction;
    Pool& pool(Access access) { return access == Access::reading ? readers_ : writers_; }

    Dialect dialect_;
    Patience patience_;
    std::filesystem::path scratch_; ///< holds an in-memory database; goes with it
    Circuit circuit_;
    Pool writers_;
    Pool readers_;
};

/// All or nothing: what is not committed at the end of its life never happened. After any exception
/// from one of its members it can only be let go. Among programs on PostgreSQL it has its view, or
/// its turn to write, from its first statement on.
class Transaction {
public:
    explicit Transaction(Database& database, Access access = Access::writing);
    Transaction(Database& database, Access access, Deadline deadline);
    ~Transaction();
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;

    Dialect dialect() const { return database_.dialect(); }

    template<class... Arguments>
    Rows query(Statement const& statement, Arguments const&... arguments) {
        return Rows{run(statement, std::array<Parameter, sizeof...(Arguments)>{arguments...})};
    }
    /// The rows of several statements, in their order: on PostgreSQL in one round trip. None may
    /// need what another answers.
    template<std::size_t... Places>
    std::array<Rows, sizeof...(Places)> queries(Bound<Places> const&... all) {
        auto results = run_together(
            std::array{Call{.statement = all.statement, .parameters = all.parameters}...});
        auto next = results.begin();
        return {((void)all, Rows{std::move(*next++)})...};
    }
    /// The only row, or nothing. More than one is a mistake of our own.
    template<class... Arguments>
    std::optional<Row> one(Statement const& statement, Arguments const&... arguments) {
        auto const rows = query(statement, arguments...);
        foundation::ensure(rows.size() <= 1, "a statement for one row gave several");
        return rows.empty() ? std::nullopt : std::optional{rows[0]};
    }
    /// How many rows were changed.
    template<class... Arguments>
    std::int64_t execute(Statement const& statement, Arguments const&... arguments) {
        return run(statement, std::array<Parameter, sizeof...(Arguments)>{arguments...}).changed;
    }
    /// Changes something and does not wait for the answer: on PostgreSQL it travels with what
    /// follows. What goes wrong is thrown by a later member, at the latest by `commit`.
    template<class... Arguments>
    void send(Statement const& statement, Arguments const&... arguments) {
        send_with(statement, std::array<Parameter, sizeof...(Arguments)>{arguments...},
                  Changes::any);
    }
    /// As `send`, for what must change exactly one row: a row that is not there is a mistake of our
    /// own.
    template<class... Arguments>
    void send_to_one(Statement const& statement, Arguments const&... arguments) {
        send_with(statement, std::array<Parameter, sizeof...(Arguments)>{arguments...},
                  Changes::one);
    }
    /// Asks and does not wait: on PostgreSQL the question travels with what follows, and `asked`
    /// waits only when nothing did. One question at a time.
    void ask(Statement const& statement);
    Rows asked();
    /// Any number of statements without values, for migrations.
    void execute_script(std::string const& sql);
    void commit();

private:
    Result run(Statement const& statement, std::span<Parameter const> parameters);
    std::vector<Result> run_together(std::span<Call const> calls);
    void send_with(Statement const& statement, std::span<Parameter const> parameters,
                   Changes changes);
    template<class Work>
    auto heard(Work work);
    template<class Work>
    auto attempt(Work work);

    enum class State { open, failed, committed };

    Database& database_;
    Access access_;
    Asking asking_;
    std::unique_ptr<Connection> connection_;
    State state_ = State::open;
};

/// Does the work in a transaction and commits it; after a Conflict does it again from the start, at
/// most five times in all, and all of them by the same deadline. What was Outdated counts apart: a
/// migration outdates each connection. `work` takes a Transaction& and must have no effects outside
/// it.
template<class Work>
auto retrying(Database& database, Access access, Work work) {
    constexpr int most_renewals = 20;
    auto const deadline = database.deadline(access);
    for (int tries = 1, renewals = 0;;) {
        try {
            auto transaction = Transaction{database, access, deadline};
            if constexpr (std::is_void_v<decltype(work(transaction))>) {
                work(transaction);
                transaction.commit();
                return;
            } else {
                auto done = work(transaction);
                transaction.commit();
                return done;
            }
        } catch (Outdated const&) {
            if (++renewals > most_renewals)
                throw;
        } catch (Conflict const&) {
            if (++tries > 5)
                throw;
        }
    }
}

template<class Work>
auto retrying(Database& database, Work work) {
    return retrying(database, Access::writing, std::move(work));
}

} // namespace storage::driver
