#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace transport {

/// So many threads, and a queue before them that has an end: what does not fit is refused at once
/// instead of waiting for its turn longer than anyone would (security.md F16). Besides them a
/// thread for each loop, a task that stays: which thread runs it may change (see Lane).
class Pool {
public:
    using Task = std::move_only_function<void()>;
    using Moment = std::chrono::steady_clock::time_point;

    Pool(int threads, std::size_t queue, int loops = 0);
    ~Pool(); ///< does what is still waiting, then ends

    /// What waits for a thread until a moment, and what is done when none came free by then.
    struct Waiting {
        Task task;
        Moment until = Moment::max();
        Task too_late = nullptr;
    };
    /// False, and the task untouched, when all threads are busy and the queue is full.
    bool offer(Waiting&& wanted);
    std::size_t waiting() const;
    /// Does what is to be done for those who wait too long, though no thread comes free: whoever
    /// holds them all does not hold those who wait too (security.md F3).
    void dismiss(Moment now);

    /// A thread that is kept free for a loop; false unless no thread is at work and nothing waits.
    bool reserve();
    void release();                 ///< it was not needed
    void use(Task&& loop) noexcept; ///< what it was kept free for; also how a loop begins

private:
    void work();
    Task next(); ///< with the lock

    std::size_t const queue_;
    std::size_t const handlers_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> waiting_; ///< each may wait as long: the first one is over first
    std::deque<Task> loops_;      ///< about to begin
    std::size_t idle_ = 0;
    std::size_t reserved_;
    bool over_ = false;
    std::vector<std::jthread> threads_;
};

} // namespace transport
