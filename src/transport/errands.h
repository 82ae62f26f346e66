#pragma once
#include "transport/pool.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace transport {

/// Where the work of errands is done (http/errand.h): a thread for each, started when it is first
/// needed and kept for the next. What comes beyond so many is refused at once; nothing waits here,
/// since whoever waits behind calls that hang waits longer than anyone would.
class Errands {
public:
    explicit Errands(std::size_t at_most)
        : at_most_(at_most) {}
    ~Errands(); ///< waits for what is under way
    Errands(Errands const&) = delete;
    Errands& operator=(Errands const&) = delete;

    /// False, and the task untouched, when as many as may be are under way.
    bool offer(Pool::Task&& task);
    std::size_t under_way() const;

private:
    bool has_a_thread(); ///< for what was handed in last
    void work();

    std::size_t const at_most_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Pool::Task> handed_in_; ///< about to begin
    std::size_t under_way_ = 0;
    std::size_t idle_ = 0;
    bool over_ = false;
    std::vector<std::jthread> threads_;
};

} // namespace transport
