#pragma once
#include <algorithm>
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
        is_called_ = true;
        if (!is_asleep_)
            return;
        std::lock_guard const lock{mutex_};
        roused_.notify_one();
    }

    /// Until the next round. A short one is more than a login takes.
    void rest(bool was_work) {
        constexpr std::chrono::milliseconds short_round{5};
        constexpr std::chrono::milliseconds long_round{50};
        constexpr int patience = 20;
        quiet_ = was_work ? 0 : std::min(quiet_ + 1, patience);
        if (quiet_ < patience)
            std::this_thread::sleep_for(short_round);
        else
            sleep(long_round);
        if (is_called_.exchange(false))
            quiet_ = 0;
    }

private:
    void sleep(std::chrono::milliseconds at_most) {
        std::unique_lock lock{mutex_};
        // First this, then the question whether somebody called: who calls does it the other way.
        is_asleep_ = true;
        roused_.wait_for(lock, at_most, [this] { return is_called_.load(); });
        is_asleep_ = false;
    }

    std::mutex mutex_;
    std::condition_variable roused_;
    std::atomic<bool> is_called_ = false;
    std::atomic<bool> is_asleep_ = false;
    int quiet_ = 0; ///< rounds without work, as far as they are counted
};

} // namespace transport
