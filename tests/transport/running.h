#pragma once
#include "transport/client.h"

#include "transport/server.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

/// A server on a free port, for as long as the object lives.
class Running {
public:
    explicit Running(http::Handler handler, transport::Limits limits = {}, int handler_threads = 2,
                     int io_threads = 1, decltype(transport::Settings::at_once) at_once = nullptr,
                     decltype(transport::Settings::every_answer) every_answer = {})
        : server_({.address = "127.0.0.1",
                   .port = 0,
                   .io_threads = io_threads,
                   .handler_threads = handler_threads,
                   .limits = std::move(limits),
                   .every_answer = std::move(every_answer),
                   .at_once = std::move(at_once)},
                  std::move(handler))
        , thread_([this] { server_.run(); }) {}
    ~Running() { server_.stop(); }

    Client client(int receive_buffer = 0) const { return Client{server_.port(), receive_buffer}; }
    transport::Server& server() { return server_; }
    void wait_until_ended() { thread_.join(); }

private:
    transport::Server server_;
    std::jthread thread_;
};

/// Answers with what it was asked, so that a test sees what the handler saw.
inline http::Response echo(http::Request const& request) {
    http::Response response{.status = 200,
                            .content_type = "text/plain",
                            .headers = {},
                            .body = request.path + "|" + request.query + "|" + request.body,
                            .embedded = {}};
    return response;
}

/// A door at which handlers wait until the test opens it.
class Gate {
public:
    void pass() {
        std::unique_lock lock{mutex_};
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return open_; });
    }
    void open() {
        std::lock_guard const lock{mutex_};
        open_ = true;
        changed_.notify_all();
    }
    /// Whether so many came to the door, within five seconds.
    bool has_seen(int visitors) {
        std::unique_lock lock{mutex_};
        return changed_.wait_for(lock, std::chrono::seconds{5},
                                 [&] { return waiting_ >= visitors; });
    }
    int seen() {
        std::lock_guard const lock{mutex_};
        return waiting_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_ = false;
    int waiting_ = 0;
};

/// Whether it becomes true within five seconds.
inline bool eventually(std::function<bool()> const& holds) {
    auto const end = std::chrono::steady_clock::now() + std::chrono::seconds{5};
    while (std::chrono::steady_clock::now() < end) {
        if (holds())
            return true;
        std::this_thread::yield();
    }
    return false;
}
