#include "transport/lane.h"

#include "transport/conversation.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace transport {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::milliseconds round{50};

/// Whether this thread lost the lane that it ran, while it did the work of a request.
thread_local bool is_relieved = false;

bool at_work(std::uint64_t turn) { return turn % 2 == 1; }

} // namespace

asio::awaitable<void> pause() {
    asio::steady_timer timer{co_await asio::this_coro::executor, round};
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
}

void Lane::welcome(asio::ip::tcp::socket socket, std::unique_ptr<Guest> guest) {
    ++open_;
    asio::co_spawn(context_, converse(std::move(socket), std::move(guest)), asio::detached);
}

asio::awaitable<void> Lane::converse(asio::ip::tcp::socket socket, std::unique_ptr<Guest> guest) {
    Conversation conversation{house_, *this, std::move(socket), std::move(guest)};
    auto const place = conversations_.insert(conversations_.end(), &conversation);
    try {
        co_await conversation.run();
    } catch (...) { // out of memory, at worst: this visitor's misfortune alone
        conversation.break_off();
    }
    conversations_.erase(place);
    --open_;
}

asio::awaitable<void> Lane::keep_watch(std::atomic<bool> const& accepting) {
    auto end = Moment::max();
    while (accepting || open_ > 0) {
        auto const now = std::chrono::steady_clock::now();
        if (house_.stopping && end == Moment::max())
            end = now + house_.settings.limits.drain_time;
        for (auto* conversation : conversations_) {
            if (now >= end)
                conversation->break_off();
            else
                conversation->watch(now, house_.stopping);
        }
        co_await pause();
    }
}

void Lane::start(std::atomic<bool> const& accepting) {
    asio::co_spawn(context_, keep_watch(accepting), asio::detached);
    ++threads_;
    house_.pool.use([this] { run(); });
}

void Lane::run() {
    is_relieved = false;
    while (!is_relieved) {
        if (context_.poll_one() != 0)
            continue;
        may_work_ = true;
        if (context_.run_one() == 0)
            break;
    }
    house_.watch.rouse();
    --threads_; // the last touch: whoever sees none may destroy the lane
}

std::optional<std::uint64_t> Lane::begin_work() {
    if (!may_work_ || !house_.pool.reserve())
        return std::nullopt;
    may_work_ = false;
    auto const turn = ++turn_;
    house_.watch.rouse();
    return turn;
}

bool Lane::end_work(std::uint64_t turn) {
    is_relieved = !turn_.compare_exchange_strong(turn, turn + 1);
    if (!is_relieved)
        house_.pool.release();
    return !is_relieved;
}

bool Lane::relieve() noexcept {
    auto turn = turn_.load();
    bool const was_work = turn != seen_ || at_work(turn);
    bool const takes_long = turn == seen_ && at_work(turn);
    seen_ = turn;
    if (takes_long && turn_.compare_exchange_strong(turn, turn + 1)) {
        ++threads_;
        house_.pool.use([this] { run(); });
    }
    return was_work;
}

} // namespace transport
