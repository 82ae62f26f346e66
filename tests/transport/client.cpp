#include "transport/client.h"

#include <cerrno>
#include <charconv>
#include <stdexcept>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr std::chrono::seconds long_enough{5};

} // namespace

Client::Client(std::uint16_t port, int receive_buffer)
    : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    if (receive_buffer > 0)
        setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the sockets of C ask for it
    if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error{"cannot connect"};
}

Client::~Client() {
    if (socket_ >= 0)
        close(socket_);
}

bool Client::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::optional<Client::Answer> Client::answer(bool with_body) {
    auto end = received_.find("\r\n\r\n");
    for (; end == std::string::npos; end = received_.find("\r\n\r\n"))
        if (!receive())
            return std::nullopt;
    if (!received_.starts_with("HTTP/1.1 "))
        return std::nullopt; // bytes of an earlier answer that its length did not announce
    Answer answer{.status = 0, .head = received_.substr(0, end + 4), .body = ""};
    std::from_chars(answer.head.data() + 9, answer.head.data() + 12, answer.status);
    std::size_t length = 0;
    auto const said = answer.head.find("Content-Length: ");
    if (with_body && said != std::string::npos)
        std::from_chars(answer.head.data() + said + 16, answer.head.data() + end, length);
    while (received_.size() < end + 4 + length)
        if (!receive())
            return std::nullopt;
    answer.body = received_.substr(end + 4, length);
    received_.erase(0, end + 4 + length);
    return answer;
}

std::optional<std::string> Client::rest() {
    while (receive()) {
    }
    return ended_ && !reset_ ? std::optional{received_} : std::nullopt;
}

bool Client::is_left_within(std::chrono::milliseconds time, std::string_view pace) {
    auto const end = std::chrono::steady_clock::now() + time;
    while (!ended_ && std::chrono::steady_clock::now() < end) {
        if (!pace.empty())
            send(pace);
        if (readable(std::chrono::milliseconds{10}))
            receive();
    }
    return ended_;
}

bool Client::receive() {
    if (!readable(long_enough))
        return false;
    char piece[4096];
    auto const size = recv(socket_, piece, sizeof piece, 0);
    ended_ = size <= 0;
    reset_ = size < 0;
    if (!ended_)
        received_.append(piece, static_cast<std::size_t>(size));
    return !ended_;
}

bool Client::readable(std::chrono::milliseconds within) const {
    pollfd wait{.fd = socket_, .events = POLLIN, .revents = 0};
    return poll(&wait, 1, static_cast<int>(within.count())) > 0;
}
