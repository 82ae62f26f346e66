#include "transport/pool.h"

namespace transport {

Pool::Pool(int threads, std::size_t queue, int loops)
    : queue_(queue)
    , handlers_(static_cast<std::size_t>(threads))
    , reserved_(static_cast<std::size_t>(loops)) {
    for (int i = 0; i < threads + loops; ++i)
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

bool Pool::offer(Waiting&& wanted) {
    {
        std::lock_guard const lock{mutex_};
        if (waiting_.size() + loops_.size() + reserved_ >= queue_ + idle_)
            return false;
        waiting_.push_back(std::move(wanted));
    }
    changed_.notify_one();
    return true;
}

std::size_t Pool::waiting() const {
    std::lock_guard const lock{mutex_};
    return waiting_.size();
}

void Pool::dismiss(Moment now) {
    std::deque<Waiting> late;
    {
        std::lock_guard const lock{mutex_};
        while (!waiting_.empty() && waiting_.front().until < now) {
            late.push_back(std::move(waiting_.front()));
            waiting_.pop_front();
        }
    }
    for (auto& each : late)
        if (each.too_late)
            each.too_late();
}

bool Pool::reserve() {
    std::lock_guard const lock{mutex_};
    bool const all_are_idle =
        idle_ == handlers_ && waiting_.empty() && loops_.empty() && reserved_ == 0;
    if (all_are_idle)
        ++reserved_;
    return all_are_idle;
}

void Pool::release() {
    {
        std::lock_guard const lock{mutex_};
        --reserved_;
        if (waiting_.empty())
            return;
    }
    changed_.notify_one();
}

void Pool::use(Task&& loop) noexcept {
    {
        std::lock_guard const lock{mutex_};
        --reserved_;
        loops_.push_back(std::move(loop));
    }
    changed_.notify_one();
}

Pool::Task Pool::next() {
    Task task;
    if (!loops_.empty()) {
        task = std::move(loops_.front());
        loops_.pop_front();
    } else if (!waiting_.empty()) {
        auto& first = waiting_.front();
        bool const in_time = std::chrono::steady_clock::now() <= first.until;
        task = std::move(in_time ? first.task : first.too_late);
        waiting_.pop_front();
    }
    return task;
}

void Pool::work() {
    std::unique_lock lock{mutex_};
    while (true) {
        ++idle_;
        changed_.wait(lock, [this] {
            return over_ || !loops_.empty() || (!waiting_.empty() && idle_ > reserved_);
        });
        --idle_;
        if (loops_.empty() && waiting_.empty())
            return;
        {
            auto task = next();
            lock.unlock();
            if (task)
                task();
        }
        lock.lock();
    }
}

} // namespace transport
