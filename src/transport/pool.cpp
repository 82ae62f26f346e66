#include "transport/pool.h"

#include <utility>

namespace transport {

Pool::Pool(int threads, std::size_t queue)
    : queue_(queue) {
    for (int i = 0; i < threads; ++i)
        threads_.emplace_back([this] { work(); });
}

Pool::~Pool() {
    {
        std::lock_guard const lock{mutex_};
        over_ = true;
    }
    changed_.notify_all();
    threads_.clear();
}

bool Pool::offer(Task&& task) {
    {
        std::lock_guard const lock{mutex_};
        if (waiting_.size() >= queue_ + idle_)
            return false;
        waiting_.push_back(std::move(task));
    }
    changed_.notify_one();
    return true;
}

std::size_t Pool::waiting() const {
    std::lock_guard const lock{mutex_};
    return waiting_.size();
}

void Pool::work() {
    std::unique_lock lock{mutex_};
    while (true) {
        ++idle_;
        changed_.wait(lock, [this] { return over_ || !waiting_.empty(); });
        --idle_;
        if (waiting_.empty())
            return;
        {
            auto task = std::move(waiting_.front());
            waiting_.pop_front();
            lock.unlock();
            task();
        }
        lock.lock();
    }
}

} // namespace transport
