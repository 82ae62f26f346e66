#pragma once
#include "saml/support/listener.h"

#include <poll.h>

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace plain {

/// Takes connections and answers each request with what it is told, until it is taken down.
class Server {
public:
    using Answer = std::function<std::string(std::string const& request)>;

    enum class Manner { prompt, silent, a_byte_at_a_time };

    explicit Server(Answer answer, Manner manner = Manner::prompt)
        : answer_(std::move(answer))
        , manner_(manner) {
        thread_ = std::thread{[this] { serve(); }};
    }
    ~Server() {
        listener_.end();
        thread_.join();
        for (int const connection : open_)
            ::shutdown(connection, SHUT_RDWR);
        for (auto& talk : talks_)
            talk.join();
        for (int const connection : open_)
            ::close(connection);
    }
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    std::string address() const {
        return "http://127.0.0.1:" + std::to_string(listener_.port()) + "/ars";
    }
    /// Taken so far: a connection is counted before its first request is answered.
    std::size_t connections() const {
        std::scoped_lock const lock{mutex_};
        return open_.size();
    }
    std::vector<std::string> requests() const {
        std::scoped_lock const lock{mutex_};
        return requests_;
    }

private:
    void serve() {
        for (;;) {
            int const connection = listener_.accept();
            if (connection < 0)
                return;
            std::scoped_lock const lock{mutex_};
            open_.push_back(connection);
            talks_.emplace_back([this, connection] { talk(connection); });
        }
    }

    void talk(int connection) {
        while (auto const request = read(connection)) {
            {
                std::scoped_lock const lock{mutex_};
                requests_.push_back(*request);
            }
            auto const answer = answer_(*request);
            if (manner_ == Manner::silent)
                read(connection); // says nothing until the other side gives up
            else if (manner_ == Manner::a_byte_at_a_time)
                trickle(connection, answer);
            else if (::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL) < 0)
                break;
        }
        ::shutdown(connection, SHUT_RDWR);
    }

    /// A byte each 20 ms, until the other side gives up.
    static void trickle(int connection, std::string const& answer) {
        pollfd gone{.fd = connection, .events = POLLIN, .revents = 0};
        for (char const byte : answer)
            if (::poll(&gone, 1, 20) != 0 || ::send(connection, &byte, 1, MSG_NOSIGNAL) != 1)
                return;
    }

    static std::optional<std::string> read(int connection) {
        std::string text;
        char buffer[4096];
        for (;;) {
            auto const got = ::recv(connection, buffer, sizeof buffer, 0);
            if (got <= 0)
                return std::nullopt;
            text.append(buffer, static_cast<std::size_t>(got));
            auto const end = text.find("\r\n\r\n");
            auto const length = text.find("Content-Length: ");
            if (end != std::string::npos && text.starts_with("HEAD "))
                return text;
            if (end != std::string::npos && length != std::string::npos &&
                text.size() == end + 4 + std::stoul(text.substr(length + 16)))
                return text;
        }
    }

    Answer answer_;
    Manner manner_;
    Listener listener_;
    mutable std::mutex mutex_;
    std::vector<std::string> requests_;
    std::vector<int> open_;
    std::vector<std::thread> talks_;
    std::thread thread_;
};

inline std::string http(std::string const& status, std::string const& body,
                        std::string const& headers = "") {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           headers + "\r\n" + body;
}

} // namespace plain
