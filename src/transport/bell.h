#pragma once
#include <chrono>
#include <memory>
#include <mutex>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace transport {

/// Rung by another thread when an errand's work is done, and heard on the lane. Whoever rings it
/// when nobody listens any more touches nothing of the lane, which may be gone by then.
class Bell : public std::enable_shared_from_this<Bell> {
public:
    void ring() {
        std::lock_guard const lock{mutex_};
        has_rung_ = true;
        if (listener_)
            boost::asio::post(listener_->get_executor(), [bell = shared_from_this()] {
                std::lock_guard const again{bell->mutex_};
                if (bell->listener_)
                    bell->listener_->cancel();
            });
    }

    /// Whether it rang within this time. From the lane.
    boost::asio::awaitable<bool> is_heard_within(std::chrono::milliseconds time) {
        boost::asio::steady_timer timer{co_await boost::asio::this_coro::executor, time};
        if (begin_listening(timer))
            co_await timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
        co_return end_listening();
    }

private:
    /// False when it rang before.
    bool begin_listening(boost::asio::steady_timer& timer) {
        std::lock_guard const lock{mutex_};
        if (!has_rung_)
            listener_ = &timer;
        return !has_rung_;
    }
    bool end_listening() {
        std::lock_guard const lock{mutex_};
        listener_ = nullptr;
        return has_rung_;
    }

    std::mutex mutex_;
    bool has_rung_ = false;
    boost::asio::steady_timer* listener_ = nullptr;
};

} // namespace transport
