#pragma once
#include "http/errand.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace transport {

/// What one visitor may ask of us (security.md F8, F16). Each period is one deadline for the whole
/// of that part of a message: a byte that comes in does not lengthen it.
struct Limits {
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 512 * 1024;
    /// The limit for a path where it differs (an upload); absent: body_bytes everywhere.
    std::function<std::size_t(std::string_view path)> body_bytes_for = nullptr;
    /// Asked as a handler is, before a body beyond body_bytes is read, also when it is beyond
    /// the path's own limit. With an answer that is sent instead, and the body is never kept; so
    /// strangers get no more memory at such a path than anywhere (docs/decisions/0102).
    std::function<std::optional<http::Response>(http::Request const& head, std::uint64_t length)>
        before_large_body = nullptr;
    /// So many bodies beyond body_bytes are in the house at once; the next one is answered 503.
    std::size_t large_bodies = 4;
    std::chrono::milliseconds header_time = std::chrono::seconds{10};
    std::chrono::milliseconds body_time = std::chrono::seconds{30};
    std::chrono::milliseconds write_time = std::chrono::seconds{30};
    std::chrono::milliseconds idle_time = std::chrono::seconds{60};
    std::chrono::milliseconds drain_time = std::chrono::seconds{30};
    /// Bytes a second that a body or answer longer than body_bytes may count on beyond those times.
    std::size_t slowest_line = 32 * 1024;
    std::size_t connections = 4000;
    std::size_t connections_per_address = 2000;
    /// At a full house, whoever has kept us waiting longest, but at least this long, makes room.
    std::chrono::milliseconds patience = std::chrono::seconds{1};
    std::size_t queue = 256; ///< requests waiting for a handler; the next one is answered 503
    /// Who waits longer for a handler is answered 503, also when none comes free: by then nobody
    /// counts on it any more.
    std::chrono::milliseconds queue_time = std::chrono::seconds{2};
    std::size_t errands = 128; ///< under way at once (http/errand.h)
};

struct Settings {
    std::string address = "127.0.0.1"; ///< a numeric address; "::" takes IPv4 as well
    std::uint16_t port = 0;            ///< 0: any free one, see Server::port()
    int io_threads = 1;                ///< one at least
    int handler_threads = 16;          ///< one at least
    Limits limits{};
    /// Headers of every answer, those that transport gives by itself included.
    std::vector<std::pair<std::string, std::string>> every_answer{};
    /// Asked first, by the thread that reads, so it must not wait for anything: what is to be
    /// answered whatever hangs.
    std::function<std::optional<http::Response>(http::Request const&)> at_once = nullptr;
};

/// What the operator may want to see.
struct Figures {
    std::size_t connections;
    std::size_t waiting;       ///< requests in the queue
    std::uint64_t answered;    ///< answers sent whole
    std::uint64_t shed;        ///< answered 503 because the queue was full or too slow
    std::uint64_t turned_away; ///< connections refused because the house was full
    std::size_t errands;       ///< under way
    std::uint64_t crowded;     ///< errands not begun, because so many were under way
};

/// An HTTP/1.1 server: sockets on one side, http::Request and http::Response on the other. Handlers
/// may block, and keep others waiting for a hundredth of a second at most; what waits for somebody
/// outside is an errand. An exception out of one is answered 500.
class Server {
public:
    /// Listens at once, so that a port that is taken is known before anything else starts: Fault.
    Server(Settings settings, http::Handler handler);
    ~Server();

    std::uint16_t port() const;
    Figures figures() const;

    void run();  ///< serves until stop() and until what was under way has been answered
    void stop(); ///< from any thread, also from a signal handler; run() returns within drain_time

private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace transport
