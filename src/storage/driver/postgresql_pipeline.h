#pragma once
#include "storage/driver/postgresql_link.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct pg_result; // PGresult, without libpq's header

namespace storage::driver {

struct ReleaseAnswer {
    void operator()(pg_result* answer) const;
};
using Answer = std::unique_ptr<pg_result, ReleaseAnswer>;

/// What leads to one process of a PostgreSQL server, in libpq's pipeline mode: statements are
/// queued, travel together and are answered together (decision 0104). After an error the server
/// skips the rest of what was sent with it.
class PostgresqlPipeline {
public:
    /// Connects, or a Fault.
    PostgresqlPipeline(foundation::Secret<std::string> const& location, Patience const& patience,
                       Deadline deadline);

    /// False when it is known to be of no more use: the server went away while nobody used the
    /// link, or did not answer in time. It asks nothing.
    bool stands();

    /// What `settle` does with the answer.
    enum class Awaited {
        nothing,      ///< reads over it
        prepared,     ///< knows that the statement may be used by its name
        success,      ///< throws an error
        one_row,      ///< and ensures that one row was changed
        answer,       ///< and hands it over
        later,        ///< and puts it by
        end_of_queue, ///< the end of what travels together, which the link itself adds
    };
    void queue(Statement const& statement, std::span<Parameter const> parameters, Awaited awaited);
    /// About how many bytes were queued since the last answer.
    std::size_t queued_bytes() const { return queued_bytes_; }
    /// Whether a change of one row was not looked at yet.
    bool awaits_one_row() const;
    /// Sends what is queued and waits for nothing. False when a part of it still lies on this side.
    bool push();
    /// Sends what is queued; what comes of it, errors included, is of no interest any more.
    void abandon();
    /// Sends what is queued and waits for all answers; throws the first error among them.
    std::vector<Answer> settle(Deadline deadline);
    /// The answer that was put by last.
    bool has_later() const { return later_ != nullptr; }
    Answer later() { return std::move(later_); }
    /// Any number of statements in one text, by themselves.
    void run_script(std::string const& sql, Deadline deadline);

private:
    struct Sent {
        char const* sql;
        Awaited awaited;
    };
    struct Prepared {
        std::string name{};
        std::vector<unsigned> types{};
    };

    Prepared const& prepared(Statement const& statement, std::vector<unsigned> const& types);
    void sent(int accepted, char const* sql, Awaited awaited);
    Answer next(Deadline deadline, std::string_view sql);
    void await(Deadline deadline, std::string_view sql);
    void forget_unproven();
    void renew_when_outdated(pg_result const& error, char const* sql);
    [[noreturn]] void lose(std::string const& why);

    Link link_;
    bool lost_ = false;
    std::vector<Sent> sent_;
    Answer later_;
    std::size_t queued_bytes_ = 0;
    bool complete_ = true; ///< what was queued has its end_of_queue
    std::unordered_map<char const*, Prepared> prepared_;
    std::vector<char const*> unproven_; ///< prepared, but the server has not said so yet
    int names_ = 0;
};

} // namespace storage::driver
