#include "saml/back_channel.h"
#include "saml/support/plain_server.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <optional>
#include <string>
#include <thread>
#include <vector>

/// 9.5 and A2: the portal's call to the broker, against a real socket.
namespace {

using namespace std::chrono_literals;
using plain::http;
using plain::Server;

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
