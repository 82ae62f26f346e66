#include "delivery/sink.h"

#include <netinet/in.h>
#include <optional>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace {

/// Reads lines from a connection; nothing when the other side has gone.
class Lines {
public:
    explicit Lines(int connection)
        : connection_(connection) {}

    std::optional<std::string> next() {
        std::size_t end;
        while ((end = buffer_.find("\r\n")) == std::string::npos) {
            char bytes[4096];
            auto const count = ::recv(connection_, bytes, sizeof bytes, 0);
            if (count <= 0)
                return std::nullopt;
            buffer_.append(bytes, static_cast<std::size_t>(count));
        }
        auto line = buffer_.substr(0, end);
        buffer_.erase(0, end + 2);
        return line;
    }

private:
    int connection_;
    std::string buffer_;
};

void say(int connection, std::string const& line) {
    auto const whole = line + "\r\n";
    ::send(connection, whole.data(), whole.size(), MSG_NOSIGNAL);
}

} // namespace

Sink::Sink(std::vector<Script> scripts)
    : scripts_(std::move(scripts)) {
    listen();
    thread_ = std::thread{[this] { serve(); }};
}

Sink::Sink(Script script, int)
    : scripts_{std::move(script)}
    , endless_(true) {
    listen();
    thread_ = std::thread{[this] { serve_all(); }};
}

void Sink::listen() {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    socklen_t length = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    timeval const patience{.tv_sec = endless_ ? 120 : 10,
                           .tv_usec = 0}; // no test hangs on a client that never comes
    if (::bind(listener_, any, length) != 0 || ::listen(listener_, 8) != 0 ||
        ::getsockname(listener_, any, &length) != 0 ||
        ::setsockopt(listener_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) != 0)
        throw std::runtime_error("no port for the sink");
    port_ = ntohs(address.sin_port);
}

Sink::~Sink() {
    end();
    ::close(listener_);
}

void Sink::end() {
    if (endless_) {
        ::shutdown(listener_, SHUT_RDWR);
        std::lock_guard const lock{mutex_};
        ended_ = true;
    }
    over_.notify_all();
    if (thread_.joinable())
        thread_.join();
    {
        std::lock_guard const lock{mutex_};
        for (int const connection : connections_)
            ::shutdown(connection, SHUT_RDWR);
    }
    conversations_.clear();
}

std::size_t Sink::count() {
    std::lock_guard const lock{mutex_};
    return received_.size();
}

std::string Sink::url(std::string const& host) const {
    return "smtp://" + host + ":" + std::to_string(port_);
}

std::vector<std::string> Sink::received() {
    end();
    return received_;
}

std::vector<std::string> Sink::commands() {
    end();
    return commands_;
}

void Sink::serve() {
    for (Script const& script : scripts_) {
        int const connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            return;
        converse(connection, script);
        ::close(connection);
    }
}

void Sink::serve_all() {
    for (;;) {
        int const connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        std::lock_guard const lock{mutex_};
        if (connection < 0 && ended_)
            return;
        if (connection < 0) // who came died before we looked
            continue;
        connections_.push_back(connection);
        conversations_.emplace_back([this, connection] {
            converse(connection, scripts_.front());
            std::lock_guard const gone{mutex_};
            std::erase(connections_, connection);
            ::close(connection);
        });
    }
}

/// Who ends the sink does not wait for its thoughts.
void Sink::think(std::chrono::milliseconds how_long) {
    std::unique_lock lock{mutex_};
    over_.wait_for(lock, how_long, [this] { return ended_; });
}

void Sink::converse(int connection, Script const& script) {
    Lines lines{connection};
    say(connection, script.greeting);
    while (auto const line = lines.next()) {
        {
            std::lock_guard const lock{mutex_};
            commands_.push_back(*line);
        }
        if (line->starts_with("EHLO"))
            say(connection, "250 sink");
        else if (line->starts_with("MAIL FROM"))
            say(connection, script.mail_from);
        else if (line->starts_with("RCPT TO"))
            say(connection, script.rcpt_to);
        else if (*line == "DATA") {
            say(connection, "354 go on");
            std::string message;
            auto each = lines.next();
            for (; each && *each != "."; each = lines.next())
                message += *each + "\r\n";
            if (!each)
                return;
            {
                std::lock_guard const lock{mutex_};
                received_.push_back(message);
            }
            think(script.thinks);
            if (script.end_of_data.empty())
                return;
            say(connection, script.end_of_data);
        } else if (script.answers_quit) {
            say(connection, "221 bye");
            return;
        }
    }
}
