#include "transport/head.h"
#include "transport/pool.h"
#include "transport/wire.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds afternoon =
    std::chrono::sys_days{std::chrono::November / 6 / 1994} + 8h + 49min + 37s;

http::Response with_header(std::string name, std::string value) {
    http::Response response;
    response.headers = {{std::move(name), std::move(value)}};
    return response;
}

} // namespace

TEST(Wire, every_answer_has_a_date_and_a_length_and_none_tells_what_we_are) {
    http::Response response;
    response.body = "abc";
    response.headers = {{"X-Kop", "1"}};
    EXPECT_EQ("HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 3\r\n"
              "Content-Type: text/html; charset=utf-8\r\nX-Kop: 1\r\n\r\n",
              transport::head_of(response, true, afternoon));
    response.status = 299;
    EXPECT_TRUE(transport::head_of(response, false, afternoon).starts_with("HTTP/1.1 299 \r\n"));
}

TEST(Wire, an_answer_that_may_have_no_body_has_none) {
    for (int const status : {204, 304}) {
        http::Response response;
        response.status = status;
        response.body = "abc";
        EXPECT_FALSE(transport::head_of(response, true, afternoon).contains("Content-Length"));
        EXPECT_EQ("", transport::body_of(response));
    }
}

TEST(Wire, H2_headers_that_end_their_line_or_are_not_the_sites_to_set_cannot_be_sent) {
    EXPECT_TRUE(transport::can_be_sent(with_header("Location", "/a?b=c")));
    for (auto const* value : {"a\r\nB: c", "a\nb", "a\rb"})
        EXPECT_FALSE(transport::can_be_sent(with_header("X", value))) << value;
    EXPECT_FALSE(transport::can_be_sent(with_header("X", std::string{"a\0b", 3})));
    for (auto const* name : {"", "X:", "X Y", "X\r\n", "Content-Length", "connection",
                             "Transfer-Encoding", "Date", "Server"})
        EXPECT_FALSE(transport::can_be_sent(with_header(name, "1"))) << name;
    for (int const status : {0, 100, 199, 600}) {
        http::Response response;
        response.status = status;
        EXPECT_FALSE(transport::can_be_sent(response)) << status;
    }
}

TEST(Head, what_was_looked_at_before_is_not_looked_at_again_but_the_seam_is) {
    EXPECT_TRUE(transport::is_clean("GET / HTTP/1.1\r\nA: b\r\n\r\n", 0));
    EXPECT_FALSE(transport::is_clean("GET / HTTP/1.1\nA: b", 0));
    EXPECT_TRUE(transport::is_clean("a\nGET /", 3)) << "judged when it came in";
    EXPECT_FALSE(transport::is_clean("A: b\r\n c", 6)) << "a fold across two pieces";
    EXPECT_FALSE(transport::is_clean("A: b\rC", 5)) << "a bare CR across two pieces";
}

TEST(Pool, F16_does_all_it_took_before_it_ends) {
    std::atomic<int> done = 0;
    int taken = 0;
    {
        transport::Pool pool{2, 3};
        for (int i = 0; i < 100; ++i)
            taken += pool.offer({.task = [&] { ++done; }}) ? 1 : 0;
    }
    EXPECT_GE(taken, 3);
    EXPECT_EQ(taken, done);
}
