#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace transport {

/// So many threads, and a queue before them that has an end: what does not fit is refused at once
/// instead of waiting for its turn longer than anyone would (security.md F16).
class Pool {
public:
    using Task = std::move_only_function<void()>;

    Pool(int threads, std::size_t queue);
    ~Pool(); ///< does what is still waiting, then ends

    /// False, and the task untouched, when all threads are busy and the queue is full.
    bool offer(Task&& task);
    std::size_t waiting() const;

private:
    void work();

    std::size_t const queue_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Task> waiting_;
    std::size_t idle_ = 0;
    bool over_ = false;
    std::vector<std::jthread> threads_;
};

} // namespace transport
