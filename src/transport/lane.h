#pragma once
#include "transport/admission.h"
#include "transport/house.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace transport {

class Conversation;

/// One event loop with its own share of the connections. A thread of the pool runs it. When nobody
/// is at work, that thread may answer a request itself, which saves waking another one and being
/// woken by it; should that take long, another thread takes the loop over, so that the others of
/// the lane wait no longer than two rounds of the watch (docs/decisions/0103).
class Lane {
public:
    explicit Lane(House& house)
        : house_(house) {}

    boost::asio::io_context& context() { return context_; }

    /// From the thread that accepts.
    void welcome(boost::asio::ip::tcp::socket socket, std::unique_ptr<Guest> guest);

    /// Begins to run, until nobody new will come and everyone is gone.
    void start(std::atomic<bool> const& accepting);
    bool is_over() const { return threads_ == 0; }

    /// From the watch, once a round: gives the loop to another thread when its own has been at the
    /// work of one request since the last round. Whether there was work in this round.
    bool relieve() noexcept;

    /// What the work of a request gives; nothing when the queue before the pool's threads is full,
    /// or when its turn came too late.
    /// Afterwards the caller is on the lane again.
    template<class Work>
    boost::asio::awaitable<std::optional<std::invoke_result_t<Work&>>> done(Work work) {
        static_assert(std::is_nothrow_invocable_v<Work&>, "nobody would end what it began");
        auto const turn = begin_work();
        if (!turn)
            co_return co_await on_the_pool(std::move(work));
        std::optional outcome{work()};
        if (!end_work(*turn))
            co_await boost::asio::post(context_, boost::asio::use_awaitable);
        co_return outcome;
    }

private:
    /// The lane's own thread begins to work; nothing when it is for the pool: somebody is at work
    /// already, or the work waits for others.
    std::optional<std::uint64_t> begin_work();
    /// False when another thread runs the loop by now: this one has to find its way back to it.
    bool end_work(std::uint64_t turn);

    template<class Work>
    boost::asio::awaitable<std::optional<std::invoke_result_t<Work&>>> on_the_pool(Work work) {
        using Outcome = std::optional<std::invoke_result_t<Work&>>;
        auto initiate = [this](auto handler, Work asked) {
            auto const resume = std::make_shared<decltype(handler)>(std::move(handler));
            auto const finish = [this, resume](Outcome outcome) {
                boost::asio::post(context_, [resume, outcome = std::move(outcome)]() mutable {
                    (*resume)(std::move(outcome));
                });
            };
            auto const until = std::chrono::steady_clock::now() + house_.settings.limits.queue_time;
            auto const accepted = house_.pool.offer(
                {.task = [finish, asked = std::move(asked)]() mutable { finish(Outcome{asked()}); },
                 .until = until,
                 .too_late = [finish] { finish(std::nullopt); }});
            if (!accepted)
                finish(std::nullopt);
        };
        return boost::asio::async_initiate<boost::asio::use_awaitable_t<> const, void(Outcome)>(
            std::move(initiate), boost::asio::use_awaitable, std::move(work));
    }

    boost::asio::awaitable<void> converse(boost::asio::ip::tcp::socket socket,
                                          std::unique_ptr<Guest> guest);
    boost::asio::awaitable<void> keep_watch(std::atomic<bool> const& accepting);
    void run();

    House& house_;
    std::atomic<std::size_t> open_ = 0;
    std::list<Conversation*> conversations_;
    boost::asio::io_context context_;
    std::atomic<int> threads_ = 0;        ///< in run(): two while one that was relieved still works
    std::atomic<std::uint64_t> turn_ = 0; ///< odd while the lane's own thread works
    /// Once, after there was nothing to do: so that nobody waits behind the work.
    bool may_work_ = false;
    std::uint64_t seen_ = 0; ///< of turn_, at the last round
};

/// How often deadlines are looked at; one timer for all instead of one for each.
boost::asio::awaitable<void> pause();

} // namespace transport
