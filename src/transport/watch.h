#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace transport {

/// The rounds of the thread that looks after the lanes: short ones while there is work, and for a
/// while after it; then long ones, until somebody rouses it.
class Watch {
public:
    void rouse() {
        if (!is_asleep_)
            return;
        std::lock_guard const lock{mutex_};
        is_asleep_ = false;
        roused_.notify_one();
    }

    /// Until the next round. A short one is more than a login takes.
    void rest(bool was_work) {
        constexpr std::chrono::milliseconds short_round{5};
        constexpr std::chrono::milliseconds long_round{50};
        constexpr int patience = 20;
        quiet_ = was_work ? 0 : quiet_ + 1;
        if (quiet_ < patience)
            return std::this_thread::sleep_for(short_round);
        std::unique_lock lock{mutex_};
        is_asleep_ = true;
        if (roused_.wait_for(lock, long_round, [this] { return !is_asleep_; }))
            quiet_ = 0;
        is_asleep_ = false;
    }

private:
    std::mutex mutex_;
    std::condition_variable roused_;
    std::atomic<bool> is_asleep_ = false;
    int quiet_ = 0; ///< rounds without work
};

} // namespace transport
