#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

/// A free port of this machine, for a host that a test plays.
class Listener {
public:
    /// `flags`: of the socket, such as SOCK_NONBLOCK.
    explicit Listener(int flags = 0)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | flags, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        if (::bind(socket_, plain, size) != 0 || ::listen(socket_, 8) != 0 ||
            ::getsockname(socket_, plain, &size) != 0)
            throw std::runtime_error("no free port on this machine");
        port_ = ntohs(address.sin_port);
    }
    ~Listener() { ::close(socket_); }
    Listener(Listener const&) = delete;
    Listener& operator=(Listener const&) = delete;

    unsigned short port() const { return port_; }
    /// Negative: nobody.
    int accept() const { return ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC); }
    /// Whoever waits in accept() returns.
    void end() const { ::shutdown(socket_, SHUT_RDWR); }

private:
    int socket_;
    unsigned short port_ = 0;
};
