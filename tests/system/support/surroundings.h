#pragma once
#include "delivery/sink.h"
#include "system/support/arena.h"
#include "system/support/process.h"

#include <atomic>
#include <memory>
#include <random>

class OwnPostgres;

namespace stage {

/// How the programs around a race are to be.
struct Plan {
    std::array<int, 2> ahead{}; ///< seconds by which the nodes' clocks differ from the database's
    bool has_courier = false;
    std::chrono::milliseconds mail_server_thinks{0};
};

/// A node as a process of its own, which may be killed.
class FarNode {
public:
    FarNode(std::string address, int ahead)
        : address_(std::move(address))
        , ahead_(ahead) {}
    Side side();
    void kill();

private:
    void make_ready();
    /// What the program says to it; nothing when it dies over it.
    std::optional<std::string> asked(std::string const& line) const;

    std::string address_;
    int ahead_;
    std::unique_ptr<Process> program_;
    std::atomic<bool> killed_ = false;
};

/// Two nodes, a courier and a mail server around one database, each of which may come to harm.
class Surroundings {
public:
    /// Of SQLite there is no server.
    Surroundings(std::string address, OwnPostgres const* server,
                 storage::driver::Database& database, Plan const& plan);

    Side one() { return nodes_[0].side(); }
    Side other() { return nodes_[1].side(); }

    // In the middle of a race, at a moment by chance.
    void kill_a_node();
    void end_connections();
    void restart_database();
    void kill_the_courier();
    void let_the_courier_end();

    /// Lets the rest of the mail leave. Of what left, each has come in, and twice no more often
    /// than a courier was killed or its database went away.
    std::vector<std::string> flaws_of_delivery();

private:
    void wait_a_moment();
    void start_courier();
    std::size_t mails_sent();

    std::string address_;
    OwnPostgres const* server_;
    storage::driver::Database& database_;
    std::mt19937 chance_{20'261'130};
    std::array<FarNode, 2> nodes_;
    Sink mail_server_;
    std::unique_ptr<Process> courier_;
    foundation::Instant moment_; ///< of the courier: a lease further each time
    std::size_t sent_before_;
    int couriers_ = 0;
    int breaks_ = 0; ///< of connections to the database
};

/// Something that goes wrong around a race. Any of them go together.
struct Trouble {
    std::string name;
    bool is_of_postgresql = false;
    void (*plans)(Plan&) = nullptr;
    void (Surroundings::*strikes)() = nullptr;
    int once_in = 1; ///< races
    bool loses_answers = true;
};
std::vector<Trouble> const& troubles();

} // namespace stage
