#include "transport/conversation.h"

#include "transport/opening.h"
#include "transport/wire.h"

#include "foundation/text.h"

#include <array>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace transport {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable);
constexpr std::string_view end_of_head = "\r\n\r\n";
constexpr std::size_t head_piece = 4 * 1024;
constexpr std::size_t body_piece = 16 * 1024;
/// How long we listen after our last word, so that closing does not destroy it on its way.
constexpr std::chrono::milliseconds farewell{2'000};

} // namespace

void Conversation::enter(Phase phase, std::chrono::milliseconds at_most) {
    auto const now = std::chrono::steady_clock::now();
    phase_ = phase;
    late_ = false;
    deadline_ = phase == Phase::answering ? Moment::max() : now + at_most;
    if (phase == Phase::answering)
        guest_->keeps_us_busy();
    else
        guest_->keeps_us_waiting(now);
}

void Conversation::watch(Moment now, bool stopping) {
    if (guest_->must_leave() && phase_ != Phase::answering)
        return break_off();
    if (now < deadline_ && !(stopping && phase_ == Phase::idle))
        return;
    late_ = true;
    boost::system::error_code ignored;
    socket_.cancel(ignored);
}

void Conversation::break_off() {
    late_ = true;
    boost::system::error_code ignored;
    socket_.close(ignored);
}

std::chrono::milliseconds Conversation::allowance(std::chrono::milliseconds time,
                                                  std::uint64_t bytes) const {
    auto const& limits = house_.settings.limits;
    auto const beyond = bytes > limits.body_bytes ? bytes - limits.body_bytes : 0;
    return time + std::chrono::seconds{beyond / limits.slowest_line};
}

std::size_t Conversation::body_limit(std::string_view path) const {
    auto const& limits = house_.settings.limits;
    return limits.body_bytes_for ? limits.body_bytes_for(path) : limits.body_bytes;
}

asio::awaitable<void> Conversation::run() {
    while (true) {
        auto received = co_await receive();
        if (!received) {
            if (received.error() != 0)
                co_await refuse(received.error());
            co_return;
        }
        bool const with_body = received->request.method != http::Method::head;
        bool const wants_more = received->framing.keep_alive;
        enter(Phase::answering, {});
        auto response = co_await answer_to(std::move(received->request));
        large_body_.reset();
        if (!response) {
            ++house_.shed;
            response = plain_answer(503);
        }
        bool const keep_alive = wants_more && !house_.stopping && !guest_->must_leave();
        if (!co_await send(*response, with_body, keep_alive))
            co_return;
        ++house_.answered;
        if (!keep_alive)
            co_return co_await take_leave(farewell);
    }
}

Conversation::Step<Opened> Conversation::receive() {
    auto const& limits = house_.settings.limits;
    if (buffer_.size() == 0) {
        enter(Phase::idle, limits.idle_time);
        if (!co_await more(head_piece))
            co_return std::unexpected{0};
    }
    enter(Phase::reading, limits.header_time);
    auto const size = co_await head_size();
    if (!size)
        co_return std::unexpected{size.error()};

    Parser parser;
    auto opened = open(parser, {static_cast<char const*>(buffer_.cdata().data()), *size}, limits);
    if (!opened)
        co_return std::unexpected{opened.error()};
    buffer_.consume(*size);
    auto& [request, framing] = *opened;
    request.remote_address = guest_->address();

    auto const limit = body_limit(request.path);
    auto const length = framing.chunked ? limit : framing.length;
    bool const is_large = limit > limits.body_bytes && length > limits.body_bytes;
    if (length > limit && !is_large)
        co_return std::unexpected{413};
    if (is_large)
        if (auto const admitted = co_await admit_large_body(request, length); !admitted)
            co_return std::unexpected{admitted.error()};
    if (!parser.is_done()) {
        parser.body_limit(limit);
        enter(Phase::reading, allowance(limits.body_time, length));
        if (framing.expects_continue && buffer_.size() == 0 &&
            !co_await write("HTTP/1.1 100 Continue\r\n\r\n", ""))
            co_return std::unexpected{0};
        auto const read = co_await read_body(parser);
        if (!read)
            co_return std::unexpected{read.error()};
        // Only the body: the fields of a trailer never mingle with those that were judged above.
        request.body = std::move(parser.get().body());
    }
    co_return std::move(*opened);
}

/// Reads until the head is whole; refuses as soon as a byte shows that it never will be right.
Conversation::Step<std::size_t> Conversation::head_size() {
    auto const limit = house_.settings.limits.header_bytes;
    std::size_t seen = 0;
    while (true) {
        auto const data = buffer_.cdata();
        std::string_view const raw{static_cast<char const*>(data.data()), data.size()};
        auto const end = raw.find(end_of_head, seen < 3 ? 0 : seen - 3);
        bool const whole = end != std::string_view::npos;
        auto const size = whole ? end + end_of_head.size() : raw.size();
        if (!is_clean(raw.substr(0, std::min(size, limit)), seen))
            co_return std::unexpected{400};
        if (size > limit || (size == limit && !whole))
            co_return std::unexpected{431};
        if (whole)
            co_return size;
        seen = raw.size();
        auto const read = co_await more(head_piece);
        if (!read)
            co_return std::unexpected{read.error()};
    }
}

template<class AnyParser>
Conversation::Step<void> Conversation::read_body(AnyParser& parser) {
    bool starved = buffer_.size() == 0;
    while (!parser.is_done()) {
        if (starved) {
            // What the parser leaves lying is the line of a chunk or a trailer: never so long.
            if (buffer_.size() > house_.settings.limits.header_bytes)
                co_return std::unexpected{413};
            auto const read = co_await more(body_piece);
            if (!read)
                co_return std::unexpected{read.error()};
        }
        beast::error_code error;
        buffer_.consume(parser.put(buffer_.cdata(), error));
        if (error && error != beast::http::error::need_more)
            co_return std::unexpected{status_of(error)};
        starved = error == beast::http::error::need_more || buffer_.size() == 0;
    }
    co_return std::expected<void, int>{};
}

Conversation::Step<void> Conversation::more(std::size_t at_most) {
    auto const [error, size] = co_await socket_.async_read_some(buffer_.prepare(at_most), as_tuple);
    if (error || late_)
        co_return std::unexpected{late_ && phase_ == Phase::reading ? 408 : 0};
    buffer_.commit(size);
    co_return std::expected<void, int>{};
}

asio::awaitable<bool> Conversation::send(http::Response& response, bool with_body,
                                         bool keep_alive) {
    house_.complete(response);
    auto const now = std::chrono::system_clock::now();
    auto const head = head_of(response, keep_alive, std::chrono::floor<std::chrono::seconds>(now));
    auto const body = with_body ? body_of(response) : std::string_view{};
    enter(Phase::writing, allowance(house_.settings.limits.write_time, body.size()));
    co_return co_await write(head, body);
}

asio::awaitable<bool> Conversation::write(std::string_view head, std::string_view body) {
    std::array const pieces{asio::const_buffer{head.data(), head.size()},
                            asio::const_buffer{body.data(), body.size()}};
    auto const [error, size] = co_await asio::async_write(socket_, pieces, as_tuple);
    co_return !error && !late_;
}

asio::awaitable<void> Conversation::refuse(int status) {
    bool const is_page = refusal_.has_value();
    auto answer = is_page ? *std::move(refusal_) : plain_answer(status);
    large_body_.reset();
    // A page that refuses a large body is worth waiting for whoever still sends it.
    if (co_await send(answer, true, false))
        co_await take_leave(is_page ? house_.settings.limits.body_time : farewell);
}

asio::awaitable<void> Conversation::take_leave(std::chrono::milliseconds at_most) {
    enter(Phase::writing, at_most);
    boost::system::error_code ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    do
        buffer_.clear();
    while (co_await more(body_piece));
}

} // namespace transport
