#include "transport/errands.h"

#include <system_error>

namespace transport {

Errands::~Errands() {
    {
        std::lock_guard const lock{mutex_};
        over_ = true;
    }
    changed_.notify_all();
    threads_.clear();
}

bool Errands::offer(Pool::Task&& task) {
    {
        std::lock_guard const lock{mutex_};
        if (under_way_ == at_most_ || !has_a_thread())
            return false;
        ++under_way_;
        handed_in_.push_back(std::move(task));
    }
    changed_.notify_one();
    return true;
}

bool Errands::has_a_thread() {
    if (idle_ > handed_in_.size())
        return true;
    try {
        threads_.emplace_back([this] { work(); });
        return true;
    } catch (std::system_error const&) { // the system gives no more threads
        return false;
    }
}

std::size_t Errands::under_way() const {
    std::lock_guard const lock{mutex_};
    return under_way_;
}

void Errands::work() {
    std::unique_lock lock{mutex_};
    while (true) {
        ++idle_;
        changed_.wait(lock, [this] { return over_ || !handed_in_.empty(); });
        --idle_;
        if (handed_in_.empty())
            return;
        {
            auto task = std::move(handed_in_.front());
            handed_in_.pop_front();
            lock.unlock();
            task();
        }
        lock.lock();
        --under_way_;
    }
}

} // namespace transport
