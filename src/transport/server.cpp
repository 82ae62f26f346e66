#include "transport/server.h"

#include "transport/lane.h"
#include "transport/wire.h"

#include "foundation/fault.h"

#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <sys/resource.h>

namespace transport {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable);

/// What the kernel keeps for one who does not read; left to itself it takes up to 4 MB for each.
constexpr int send_buffer = 128 * 1024;

/// So many connections need as many descriptors, and the usual soft limit is 1,024.
void allow_descriptors(std::size_t connections) {
    constexpr rlim_t for_the_rest = 1024;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    auto const wanted = std::min<rlim_t>(connections + for_the_rest, limit.rlim_max);
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = wanted;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

std::string address_of(tcp::socket const& socket) {
    boost::system::error_code error;
    auto const address = socket.remote_endpoint(error).address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return error ? std::string{} : address.to_string();
}

} // namespace

class Server::Inside {
public:
    Inside(Settings settings, http::Handler handler)
        : house(std::move(settings), std::move(handler)) {
        for (int i = 0; i < house.settings.io_threads; ++i)
            lanes_.push_back(std::make_unique<Lane>(house));
        acceptor_.emplace(lanes_.front()->context());
        allow_descriptors(house.settings.limits.connections);
        try {
            listen();
        } catch (boost::system::system_error const& error) {
            throw foundation::Fault{"cannot listen on " + house.settings.address + " port " +
                                    std::to_string(house.settings.port) + ": " +
                                    error.code().message()};
        }
    }

    std::uint16_t port() const { return port_; }

    void run() {
        asio::co_spawn(lanes_.front()->context(), accept(), asio::detached);
        asio::co_spawn(lanes_.front()->context(), close_when_stopping(), asio::detached);
        for (auto const& lane : lanes_)
            lane->start(accepting_);
        bool is_over = false;
        while (!is_over) {
            bool was_work = false;
            is_over = true;
            house.pool.dismiss(std::chrono::steady_clock::now());
            for (auto const& lane : lanes_) {
                was_work |= lane->relieve();
                is_over &= lane->is_over();
            }
            if (!is_over)
                house.watch.rest(was_work);
        }
    }

    House house;

private:
    void listen() {
        tcp::endpoint const endpoint{asio::ip::make_address(house.settings.address),
                                     house.settings.port};
        acceptor_->open(endpoint.protocol());
        acceptor_->set_option(tcp::acceptor::reuse_address{true});
        if (endpoint.address().is_v6())
            acceptor_->set_option(asio::ip::v6_only{false});
        acceptor_->bind(endpoint);
        acceptor_->listen();
        port_ = acceptor_->local_endpoint().port();
    }

    asio::awaitable<void> accept() {
        for (std::size_t turn = 0; !house.stopping; ++turn) {
            auto& lane = *lanes_[turn % lanes_.size()];
            auto [error, socket] = co_await acceptor_->async_accept(lane.context(), as_tuple);
            if (!error)
                admit(lane, std::move(socket));
            else if (!house.stopping)
                co_await pause(); // out of descriptors: one may come free
        }
        accepting_ = false;
    }

    void admit(Lane& lane, tcp::socket socket) {
        boost::system::error_code ignored;
        socket.set_option(tcp::no_delay{true}, ignored);
        socket.set_option(tcp::socket::send_buffer_size{send_buffer}, ignored);
        auto guest = house.admission.enter(address_of(socket), std::chrono::steady_clock::now());
        if (guest)
            return lane.welcome(std::move(socket), std::move(guest));
        ++house.turned_away;
        auto answer = plain_answer(503);
        house.complete(answer);
        auto const now = std::chrono::system_clock::now();
        auto const text = head_of(answer, false, std::chrono::floor<std::chrono::seconds>(now)) +
                          std::string{body_of(answer)};
        socket.non_blocking(true, ignored);
        socket.write_some(asio::buffer(text), ignored);
    }

    asio::awaitable<void> close_when_stopping() {
        while (!house.stopping)
            co_await pause();
        acceptor_->close();
    }

    std::vector<std::unique_ptr<Lane>> lanes_;
    std::optional<tcp::acceptor> acceptor_;
    std::atomic<bool> accepting_ = true;
    std::uint16_t port_ = 0;
};

Server::Server(Settings settings, http::Handler handler)
    : inside_(std::make_unique<Inside>(std::move(settings), std::move(handler))) {}

Server::~Server() = default;

std::uint16_t Server::port() const { return inside_->port(); }

Figures Server::figures() const {
    auto const& house = inside_->house;
    return {.connections = house.admission.present(),
            .waiting = house.pool.waiting(),
            .answered = house.answered,
            .shed = house.shed,
            .turned_away = house.turned_away,
            .errands = house.errands.under_way(),
            .crowded = house.crowded};
}

void Server::run() { inside_->run(); }

void Server::stop() { inside_->house.stopping = true; }

} // namespace transport
