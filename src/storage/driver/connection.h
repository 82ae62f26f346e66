#pragma once
#include "foundation/secret.h"
#include "storage/driver/rows.h"
#include "storage/driver/statement.h"

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace storage::driver {

/// What a transaction is for.
enum class Access {
    reading,   ///< one unmoving view of the database, changes nothing
    writing,   ///< alone: no other transaction writes until it ends
    noting,    ///< as writing; a power cut may take it back, with all that was noted after it
    migrating, ///< as writing, and as long as it takes, but for the wait for a table
};

/// How long a thing may take before it is a fault: a transaction, after the 2 seconds that a
/// request may have waited for its turn, ends below the 10 seconds in which every request ends,
/// whatever the database does (security.md F3).
struct Patience {
    std::chrono::milliseconds connect{3'000};
    std::chrono::milliseconds free_connection{2'000};
    std::chrono::milliseconds write_turn{5'000};
    std::chrono::milliseconds statement{6'500};
    std::chrono::milliseconds transaction{7'000};
    std::chrono::milliseconds idle_in_transaction{15'000};
    /// For a table that a migration wants to itself: who wants to read it meanwhile waits behind
    /// the migration (decision 0148).
    std::chrono::milliseconds table{2'000};
};

/// A statement and what goes into its places.
struct Call {
    Statement statement;
    std::span<Parameter const> parameters;
};

/// How many rows a statement changes.
enum class Changes {
    any,
    one, ///< anything else is a mistake of our own
};

/// Measured on the clock that only runs forward: how long something takes, not what time it is.
using Deadline = std::chrono::steady_clock::time_point;

inline void ensure_changed(Changes expected, std::int64_t changed) {
    foundation::ensure(expected == Changes::any || changed == 1,
                       "a row is changed that was never added");
}

/// One connection to a database, used by one thread at a time. The joint behind which the two
/// databases differ; each translates its errors to what errors.h has.
class Connection {
public:
    virtual ~Connection() = default;

    virtual void begin(Access access, Deadline deadline) = 0;
    virtual Result run(Statement const& statement, std::span<Parameter const> parameters) = 0;
    /// The results of several, in their order. None may need what another answers.
    virtual std::vector<Result> run_together(std::span<Call const> calls) = 0;
    /// Runs it by the next answer or the commit at the latest; what goes wrong is thrown there.
    virtual void send(Statement const& statement, std::span<Parameter const> parameters,
                      Changes changes) = 0;
    /// Asks and does not wait: `asked` has the answer, which came along with another at best. One
    /// question at a time. Where nothing travels it is answered at once.
    virtual void ask(Statement const& statement) { asked_ = run(statement, {}); }
    virtual Result asked() { return std::move(asked_); }
    virtual void run_script(std::string const& sql) = 0;
    virtual void commit() = 0;
    /// Leaves the connection fit for the next transaction, at worst by giving up the link.
    virtual void roll_back() noexcept = 0;

private:
    Result asked_{};
};

/// Both connect at the first `begin`, so a database that is away does not keep the program from
/// starting.
std::unique_ptr<Connection> sqlite_connection(std::string path, Access access, Patience patience);
std::unique_ptr<Connection> postgresql_connection(foundation::Secret<std::string> location,
                                                  Patience patience);

} // namespace storage::driver
