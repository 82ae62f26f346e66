#include "server/support/many_asking.h"

#include "foundation/fault.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using std::chrono::steady_clock;

int connected(std::uint16_t port) {
    int const made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the sockets of C ask for it
    foundation::ensure(connect(made, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    return made;
}

/// The status in the first bytes of an answer.
int status_from(int from) {
    std::array<char, 4096> bytes{};
    auto const count = recv(from, bytes.data(), bytes.size(), 0);
    int status = 0;
    constexpr std::ptrdiff_t behind_version = 9;
    if (count > behind_version + 3)
        std::from_chars(bytes.data() + behind_version, bytes.data() + behind_version + 3, status);
    return status;
}

} // namespace

std::vector<Ending> many_asking(std::uint16_t port, std::string const& request, int count,
                                std::chrono::milliseconds at_most) {
    std::vector<pollfd> sockets;
    for (int i = 0; i < count; ++i)
        sockets.push_back({.fd = connected(port), .events = POLLIN, .revents = 0});
    auto const begun = steady_clock::now();
    for (auto const& each : sockets)
        send(each.fd, request.data(), request.size(), MSG_NOSIGNAL);
    std::vector<Ending> endings(sockets.size(), Ending{.status = 0, .after = at_most});
    for (int open = count; open > 0;) {
        auto const wait =
            std::chrono::floor<std::chrono::milliseconds>(begun + at_most - steady_clock::now());
        if (wait.count() <= 0 ||
            poll(sockets.data(), sockets.size(), static_cast<int>(wait.count())) == 0)
            break;
        for (std::size_t i = 0; i < sockets.size(); ++i) {
            if (sockets[i].fd < 0 || sockets[i].revents == 0)
                continue;
            endings[i] = {
                .status = status_from(sockets[i].fd),
                .after = std::chrono::ceil<std::chrono::milliseconds>(steady_clock::now() - begun)};
            close(sockets[i].fd);
            sockets[i].fd = -1;
            --open;
        }
    }
    for (auto const& each : sockets)
        if (each.fd >= 0)
            close(each.fd);
    return endings;
}

std::map<int, int> counted(std::vector<Ending> const& endings) {
    std::map<int, int> counts;
    for (auto const& each : endings)
        ++counts[each.status];
    return counts;
}

std::chrono::milliseconds longest(std::vector<Ending> const& endings) {
    return std::ranges::max_element(endings, {}, &Ending::after)->after;
}
