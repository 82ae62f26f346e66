#pragma once
#include "transport/house.h"
#include "transport/lane.h"
#include "transport/opening.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <expected>
#include <memory>
#include <optional>

namespace transport {

/// One connection: requests in, answers out, one after the other in the order of asking. Lives on
/// the thread of its lane; only the handler may run elsewhere.
class Conversation {
public:
    Conversation(House& house, Lane& lane, boost::asio::ip::tcp::socket socket,
                 std::unique_ptr<Guest> guest)
        : house_(house)
        , lane_(lane)
        , socket_(std::move(socket))
        , guest_(std::move(guest)) {}

    boost::asio::awaitable<void> run();

    /// What ends a conversation from outside: its deadline, a newcomer who needs the place, the end
    /// of the server. Asked often, from the lane's own thread.
    void watch(Moment now, bool stopping);
    void break_off();

private:
    enum class Phase { idle, reading, answering, writing };
    /// Without a value: the status to refuse with, or 0 when there is nobody left to tell.
    template<class T>
    using Step = boost::asio::awaitable<std::expected<T, int>>;

    void enter(Phase phase, std::chrono::milliseconds at_most);
    std::chrono::milliseconds allowance(std::chrono::milliseconds time, std::uint64_t bytes) const;
    std::size_t body_limit(std::string_view path) const;

    Step<Opened> receive();
    Step<std::size_t> head_size();
    Step<void> more(std::size_t at_most);
    Step<void> admit_large_body(http::Request const& head, std::uint64_t length);
    boost::asio::awaitable<std::optional<http::Response>> answer_to(http::Request request);
    boost::asio::awaitable<std::optional<http::Response>> answer_after(http::Errand errand);
    boost::asio::awaitable<http::End> end_of(std::function<void()> work,
                                             std::chrono::milliseconds patience);
    boost::asio::awaitable<bool> send(http::Response& response, bool with_body, bool keep_alive);
    boost::asio::awaitable<bool> write(std::string_view head, std::string_view body);
    boost::asio::awaitable<void> refuse(int status);
    boost::asio::awaitable<void> take_leave(std::chrono::milliseconds at_most);

    template<class Parser>
    Step<void> read_body(Parser& parser);

    House& house_;
    Lane& lane_;
    boost::asio::ip::tcp::socket socket_;
    std::unique_ptr<Guest> guest_;
    std::unique_ptr<LargeBody> large_body_;
    std::optional<http::Response> refusal_; ///< instead of the plain answer of its status
    boost::beast::flat_buffer buffer_;
    Phase phase_ = Phase::idle;
    Moment deadline_ = Moment::max();
    bool late_ = false;
};

} // namespace transport
