#pragma once
#include "storage/driver/connection.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>

namespace storage::driver {

/// Whether the database is asked at all. After two transactions in a row that got no answer nobody
/// waits for it any more (security.md F3). A second later one transaction tries, and never more
/// than one at a time; any answer ends it. The caller hands in the moment. Shared by all threads.
class Circuit {
public:
    enum class Leave : std::uint8_t {
        none,  ///< the database is known to be away
        usual, ///< it is in order, as far as is known
        trial, ///< by one: the one who asks first
    };
    Leave leave_at(Deadline now);

    void answered();
    void unanswered(Leave leave, Deadline now);
    /// A transaction is over, whatever came of it: another may try.
    void over(Leave leave);

private:
    static constexpr int failures_borne = 1; ///< in a row: a single connection may break
    static constexpr std::chrono::seconds rest{1};

    std::atomic<bool> in_order_ = true; ///< nothing to look up; as good as always
    std::mutex mutex_;
    int failures_ = 0; ///< in a row
    bool is_tried_ = false;
    Deadline next_trial_{};
};

/// What one transaction asks, and what came of it.
class Asking {
public:
    /// Throws Unreachable when there is no leave to.
    Asking(Circuit& circuit, Deadline now);
    ~Asking() { circuit_.over(leave_); }
    Asking(Asking const&) = delete;
    Asking& operator=(Asking const&) = delete;

    void answered() { circuit_.answered(); }
    void unanswered(Deadline now) { circuit_.unanswered(leave_, now); }

private:
    Circuit& circuit_;
    Circuit::Leave const leave_;
};

} // namespace storage::driver
