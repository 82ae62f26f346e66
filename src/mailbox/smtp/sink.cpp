#include "mailbox/smtp/sink.h"

#include "mailbox/smtp/session.h"

#include "foundation/fault.h"

#include <array>
#include <chrono>
#include <cstring>
#include <list>
#include <utility>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mailbox {
namespace {

/// How often a waiting thread looks whether the program ends.
constexpr int glance_milliseconds = 100;
constexpr auto longest_silence = std::chrono::minutes{5}; // RFC 5321 4.5.3.2.7

bool readable(int socket) {
    pollfd wait{.fd = socket, .events = POLLIN, .revents = 0};
    return poll(&wait, 1, glance_milliseconds) > 0;
}

bool send_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        auto const sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::uint16_t listen_on(int socket, std::uint16_t port) {
    int const yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const bare = reinterpret_cast<sockaddr*>(&address); // as the sockets of C want it
    if (socket < 0 || bind(socket, bare, size) != 0 || listen(socket, SOMAXCONN) != 0 ||
        getsockname(socket, bare, &size) != 0)
        throw foundation::Fault{"cannot listen for mail on port " + std::to_string(port) + ": " +
                                std::strerror(errno)};
    return ntohs(address.sin_port);
}

/// A connection's thread, and whether it has ended.
struct Visit {
    std::atomic<bool> over = false;
    std::jthread thread;
};

} // namespace

Sink::Sink(Tray& tray, std::uint16_t port)
    : tray_(tray)
    , listening_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    try {
        port_ = listen_on(listening_, port);
    } catch (...) {
        close(listening_);
        throw;
    }
    accepting_ = std::jthread{[this] { accept(); }};
}

Sink::~Sink() {
    stopping_ = true;
    accepting_.join();
    close(listening_);
}

void Sink::accept() {
    std::list<Visit> visits;
    while (!stopping_) {
        visits.remove_if([](Visit const& visit) { return visit.over.load(); });
        if (!readable(listening_))
            continue;
        int const connection = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        auto& visit = visits.emplace_back();
        visit.thread = std::jthread{[this, connection, &visit] {
            converse(connection);
            close(connection);
            visit.over = true;
        }};
    }
}

void Sink::converse(int connection) {
    SmtpSession session{[this](std::vector<std::string> to, std::string source) {
        auto const now = std::chrono::system_clock::now();
        tray_.add({.received = std::chrono::floor<foundation::Duration>(now),
                   .to = std::move(to),
                   .source = std::move(source)});
    }};
    if (!send_all(connection, SmtpSession::greeting()))
        return;
    auto heard = std::chrono::steady_clock::now();
    std::array<char, 16 * 1024> piece{};
    while (!session.over() && !stopping_) {
        if (!readable(connection)) {
            if (std::chrono::steady_clock::now() - heard > longest_silence)
                return;
            continue;
        }
        auto const size = recv(connection, piece.data(), piece.size(), 0);
        if (size <= 0)
            return;
        heard = std::chrono::steady_clock::now();
        if (!send_all(connection, session.take({piece.data(), static_cast<std::size_t>(size)})))
            return;
    }
}

} // namespace mailbox
