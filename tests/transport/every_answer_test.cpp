#include "transport/running.h"

#include <gtest/gtest.h>

/// security.md 5, headers: what every answer carries, also one that never reached a page.
using namespace std::chrono_literals;

namespace {

decltype(transport::Settings::every_answer)
    const headers{{"Cross-Origin-Resource-Policy", "same-origin"},
                  {"Strict-Transport-Security", "max-age=31536000; includeSubDomains"}};

void expect_headers(std::optional<Client::Answer> const& answer, int status) {
    ASSERT_TRUE(answer) << status;
    EXPECT_EQ(status, answer->status);
    for (auto const& [name, value] : headers)
        EXPECT_TRUE(answer->has("\r\n" + name + ": " + value + "\r\n")) << answer->head;
}

http::Response with_header(std::string name, std::string value) {
    http::Response response;
    response.headers = {{std::move(name), std::move(value)}};
    return response;
}

/// Of a request that the transport refuses by itself, or answers as the site says.
struct Case {
    int status;
    std::string bytes;
};

std::string const whole_head = "Host: a\r\n\r\n";

} // namespace

TEST(EveryAnswer, H5_has_its_headers_also_where_the_transport_refuses_by_itself) {
    Running const site{
        echo, {.body_bytes = 10, .header_time = 100ms, .body_time = 100ms}, 2, 1, nullptr, headers};
    for (auto const& [status, bytes] :
         std::vector<Case>{{200, "GET / HTTP/1.1\r\n" + whole_head},
                           {400, "GET / HTTP/1.1\r\n\r\n"},
                           {400, "GET / HTTP/1.1\nHost: a\r\n\r\n"},
                           {408, "GET / HTTP/1.1\r\nHost:"},
                           {408, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1"},
                           {413, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n"},
                           {417, "GET / HTTP/1.1\r\nExpect: more\r\n" + whole_head},
                           {431, "GET /" + std::string(20'000, 'x')},
                           {505, "GET / HTTP/3.0\r\n" + whole_head}}) {
        auto client = site.client();
        client.send(bytes);
        expect_headers(client.answer(), status);
    }
}

TEST(EveryAnswer, H5_has_its_headers_where_a_page_breaks_or_cannot_be_sent) {
    Running const site{[](http::Request const& request) -> http::Answer {
                           if (request.path == "/breekt")
                               throw std::runtime_error{"broken"};
                           return with_header("X", "a\r\nB: c");
                       },
                       {},
                       2,
                       1,
                       nullptr,
                       headers};
    for (auto const* path : {"/breekt", "/kop"}) {
        auto client = site.client();
        client.send("GET " + std::string{path} + " HTTP/1.1\r\n" + whole_head);
        expect_headers(client.answer(), 500);
    }
}

TEST(EveryAnswer, H5_has_its_headers_where_there_is_no_turn_and_where_there_is_no_place) {
    Gate gate;
    Running site{[&](http::Request const& request) {
                     gate.pass();
                     return echo(request);
                 },
                 {.connections = 2, .patience = 1h, .queue_time = 50ms},
                 1,
                 1,
                 nullptr,
                 headers};
    auto first = site.client();
    first.send("GET /1 HTTP/1.1\r\n" + whole_head);
    ASSERT_TRUE(gate.has_seen(1));
    auto second = site.client();
    second.send("GET /2 HTTP/1.1\r\n" + whole_head);
    expect_headers(second.answer(), 503);
    auto third = site.client();
    expect_headers(third.answer(), 503);
    gate.open();
}

TEST(EveryAnswer, leaves_a_header_that_a_page_brings_along_as_it_is) {
    Running const site{[](http::Request const&) {
                           return with_header("Cross-Origin-Resource-Policy", "cross-origin");
                       },
                       {},
                       2,
                       1,
                       nullptr,
                       headers};
    auto client = site.client();
    client.send("GET / HTTP/1.1\r\n" + whole_head);
    auto const answer = client.answer();
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->has("Cross-Origin-Resource-Policy: cross-origin\r\n"));
    EXPECT_FALSE(answer->has("same-origin"));
}
