#include "saml/back_channel.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

/// 9.5 and A2: the portal's call to the broker, against a real socket.
namespace {

using namespace std::chrono_literals;

/// Takes connections and answers each request with what it is told, until it is taken down.
class Server {
public:
    using Answer = std::function<std::string(std::string const& request)>;

    enum class Manner { prompt, silent, a_byte_at_a_time };

    explicit Server(Answer answer, Manner manner = Manner::prompt)
        : answer_(std::move(answer))
        , manner_(manner) {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        EXPECT_EQ(::bind(listener_, plain, size), 0);
        EXPECT_EQ(::listen(listener_, 8), 0);
        ::getsockname(listener_, plain, &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread{[this] { serve(); }};
    }
    ~Server() {
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        for (int const connection : open_)
            ::shutdown(connection, SHUT_RDWR);
        for (auto& talk : talks_)
            talk.join();
        for (int const connection : open_)
            ::close(connection);
        ::close(listener_);
    }
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    std::string address() const { return "http://127.0.0.1:" + std::to_string(port_) + "/ars"; }
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
            int const connection = ::accept(listener_, nullptr, nullptr);
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
    int listener_ = -1;
    unsigned short port_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> requests_;
    std::vector<int> open_;
    std::vector<std::thread> talks_;
    std::thread thread_;
};

std::string http(std::string const& status, std::string const& body,
                 std::string const& headers = "") {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           headers + "\r\n" + body;
}

std::string outcome(std::expected<std::string, portal::Rejected> const& answer) {
    return answer ? *answer : answer.error().detail;
}

saml::BackChannel channel(std::chrono::milliseconds timeout = 10s) {
    return saml::make_back_channel(
        {.client_certificate_pem = "", .authorities_file = "", .timeout = timeout});
}

TEST(BackChannel, posts_text_xml_and_returns_the_body) {
    Server const server{[](auto const&) { return http("200 OK", "<answer/>"); }};
    EXPECT_EQ(outcome(channel()(server.address(), "<question/>")), "<answer/>");
    auto const request = server.requests().at(0);
    EXPECT_EQ(request.find("POST /ars HTTP/1.1\r\n"), 0U);
    EXPECT_NE(request.find("\r\nContent-Type: text/xml\r\n"), std::string::npos);
    EXPECT_EQ(request.find("Expect:"), std::string::npos);
    EXPECT_TRUE(request.ends_with("\r\n\r\n<question/>"));
}

TEST(BackChannel, keeps_its_connection_for_the_next_call) {
    Server const server{[](auto const&) { return http("200 OK", "x"); }};
    auto const post = channel();
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(outcome(post(server.address(), "q")), "x");
    EXPECT_EQ(server.connections(), 1U);
}

TEST(BackChannel, A2_follows_no_redirect) {
    Server const elsewhere{[](auto const&) { return http("200 OK", "evil"); }};
    Server const server{[&](auto const&) {
        return http("302 Found", "", "Location: " + elsewhere.address() + "\r\n");
    }};
    auto const answer = channel()(server.address(), "q");
    EXPECT_EQ(outcome(answer), "9.5 http status 302");
    EXPECT_EQ(answer.error().reason, portal::Rejection::broker_unavailable);
    EXPECT_TRUE(elsewhere.requests().empty());
}

TEST(BackChannel, A2_an_error_of_the_server_is_no_answer) {
    Server const server{[](auto const&) { return http("500 Oops", "<answer/>"); }};
    auto const answer = channel()(server.address(), "q");
    EXPECT_EQ(outcome(answer), "9.5 http status 500");
    EXPECT_EQ(answer.error().reason, portal::Rejection::broker_unavailable);
}

TEST(BackChannel, A2_says_which_status_is_an_answer_so_that_made_up_artifacts_open_no_circuit) {
    std::string status;
    Server const server{[&](auto const&) { return http(status, ""); }};
    auto const post = channel();
    auto const spoke = [&](std::string const& with) {
        status = with;
        return post(server.address(), "q").error().answered;
    };
    for (auto const* answer : {"302 Found", "400 Bad Request", "403 Forbidden", "404 Not Found",
                               "429 Too Many Requests", "500 Fault", "501 What"})
        EXPECT_TRUE(spoke(answer)) << answer;
    for (auto const* away : {"502 Bad Gateway", "503 Away", "504 Too Late"})
        EXPECT_FALSE(spoke(away)) << away;
    EXPECT_TRUE(spoke("505 Which"));
    EXPECT_FALSE(post("http://127.0.0.1:1/ars", "q").error().answered) << "nobody is there";
}

TEST(BackChannel, A2_takes_512_kB_and_not_a_byte_more) {
    std::size_t size = std::size_t{512} * 1024;
    Server const server{[&](auto const&) { return http("200 OK", std::string(size, 'x')); }};
    auto const post = channel();
    EXPECT_EQ(outcome(post(server.address(), "q")).size(), size);
    ++size;
    auto const answer = post(server.address(), "q");
    EXPECT_EQ(outcome(answer), "9.5 size");
    EXPECT_EQ(answer.error().reason, portal::Rejection::message_refused);
}

TEST(BackChannel, A2_gives_up_on_a_server_that_says_nothing) {
    Server const server{[](auto const&) { return ""; }, Server::Manner::silent};
    auto const began = std::chrono::steady_clock::now();
    auto const answer = channel(200ms)(server.address(), "q");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().reason, portal::Rejection::broker_unavailable);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
}

TEST(BackChannel, A2_ten_seconds_are_for_all_of_an_answer_and_no_byte_lengthens_them) {
    Server const server{[](auto const&) { return http("200 OK", std::string(10'000, 'x')); },
                        Server::Manner::a_byte_at_a_time};
    auto const began = std::chrono::steady_clock::now();
    auto const answer = channel(400ms)(server.address(), "q");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().reason, portal::Rejection::broker_unavailable);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
}

TEST(BackChannel, A2_a_flood_of_headers_is_no_answer) {
    std::string flood;
    for (int i = 0; i < 200'000; ++i)
        flood += "X-" + std::to_string(i) + ": " + std::string(90, 'x') + "\r\n";
    Server const server{[&](auto const&) { return http("200 OK", "x", flood); }};
    auto const answer = channel()(server.address(), "q");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().reason, portal::Rejection::broker_unavailable);
}

TEST(BackChannel, A2_nothing_is_unpacked) {
    Server const server{
        [](auto const&) { return http("200 OK", "\x1f\x8b", "Content-Encoding: gzip\r\n"); }};
    EXPECT_EQ(outcome(channel()(server.address(), "q")), "\x1f\x8b");
    EXPECT_EQ(server.requests().at(0).find("Accept-Encoding"), std::string::npos);
}

TEST(BackChannel, waits_ten_seconds_in_all_unless_told_otherwise) {
    EXPECT_EQ(saml::BackChannelSettings{}.timeout, 10s);
}

TEST(BackChannel, a_knock_sends_no_message_and_hears_the_status_and_the_clock) {
    Server const server{
        [](auto const&) { return http("405 No", "", "Date: Wed, 25 Nov 2026 12:00:00 GMT\r\n"); }};
    auto const told = saml::knock({}, server.address());
    EXPECT_EQ(told.trouble, "") << "any answer will do";
    EXPECT_EQ(told.status, 405);
    EXPECT_EQ(told.clock, 1'795'608'000);
    EXPECT_TRUE(server.requests().at(0).starts_with("HEAD /ars HTTP/1.1\r\n"));
}

TEST(BackChannel, a_knock_at_a_door_without_a_clock_or_without_anybody_says_so) {
    Server const server{[](auto const&) { return http("200 OK", ""); }};
    EXPECT_EQ(saml::knock({}, server.address()).clock, -1);
    auto const nobody = saml::knock({}, "http://127.0.0.1:1/ars");
    EXPECT_NE(nobody.trouble, "");
    EXPECT_EQ(nobody.status, 0);
}

TEST(BackChannel, a_broker_that_closes_under_our_hands_does_not_end_the_portal) {
    channel();
    EXPECT_EQ(std::signal(SIGPIPE, SIG_IGN), SIG_IGN);
}

TEST(BackChannel, nobody_there_is_the_brokers_absence) {
    std::string address;
    {
        Server const server{[](auto const&) { return ""; }};
        address = server.address();
    }
    auto const answer = channel()(address, "q");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().reason, portal::Rejection::broker_unavailable);
}

TEST(BackChannel, speaks_no_other_protocol) {
    auto const answer = channel()("file:///etc/hostname", "q");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().reason, portal::Rejection::broker_unavailable);
}

TEST(BackChannel, serves_several_threads_at_once) {
    Server const one{[](auto const&) { return http("200 OK", "one"); }};
    Server const two{[](auto const&) { return http("200 OK", "two"); }};
    auto const post = channel();
    auto const calls = [&](Server const& server, std::string const& expected) {
        for (int i = 0; i < 50; ++i)
            EXPECT_EQ(outcome(post(server.address(), "q")), expected);
    };
    std::thread other{[&] { calls(two, "two"); }};
    calls(one, "one");
    other.join();
}

} // namespace
