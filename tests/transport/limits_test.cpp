#include "transport/running.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace {

/// A whole GET whose head has exactly so many bytes.
std::string head_of_size(std::size_t size) {
    std::string const start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    return start + std::string(size - start.size() - 4, 'x') + "\r\n\r\n";
}

std::string posted(std::size_t size, std::string_view path = "/") {
    return "POST " + std::string{path} +
           " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" +
           std::string(size, 'x');
}

int status_of(Running const& site, std::string const& bytes) {
    auto client = site.client();
    client.send(bytes);
    auto const answer = client.answer();
    return answer ? answer->status : 0;
}

} // namespace

TEST(Limits, F8_a_head_has_at_most_16_kB) {
    Running const site{echo};
    EXPECT_EQ(200, status_of(site, head_of_size(16 * 1024)));
    EXPECT_EQ(431, status_of(site, head_of_size(16 * 1024 + 1)));
    EXPECT_EQ(431, status_of(site, "GET /" + std::string(64 * 1024, 'x')));
}

TEST(Limits, F8_a_head_has_at_most_a_hundred_headers) {
    Running const site{echo};
    auto const with = [](int headers) {
        std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
        for (int i = 1; i < headers; ++i)
            head += "X: 1\r\n";
        return head + "\r\n";
    };
    EXPECT_EQ(200, status_of(site, with(100)));
    EXPECT_EQ(431, status_of(site, with(101)));
}

TEST(Limits, S12_a_body_has_at_most_512_kB) {
    Running const site{echo};
    EXPECT_EQ(200, status_of(site, posted(512 * 1024)));
    EXPECT_EQ(413, status_of(site, posted(512 * 1024 + 1)));
    EXPECT_EQ(413, status_of(site, posted(8 * 1024 * 1024))) << "also when it is sent regardless";
}

TEST(Limits, a_refusal_is_not_destroyed_by_what_the_client_is_still_sending) {
    Running const site{echo, {.body_bytes = 10}};
    auto client = site.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
    client.send(std::string(500'000, 'x'));
    EXPECT_EQ(413, client.answer()->status);
    EXPECT_EQ("", client.rest()) << "an orderly end and no reset, which would overtake the answer";
}

TEST(Limits, a_body_in_chunks_has_the_same_limit) {
    Running const site{echo, {.body_bytes = 10}};
    std::string const head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    EXPECT_EQ(200, status_of(site, head + "5\r\n12345\r\n5\r\n12345\r\n0\r\n\r\n"));
    EXPECT_EQ(413, status_of(site, head + "5\r\n12345\r\n6\r\n123456\r\n0\r\n\r\n"));
    EXPECT_EQ(413, status_of(site, head + "1;" + std::string(100'000, 'x')));
}

TEST(Limits, a_path_may_have_a_limit_of_its_own) {
    Running const site{echo, {.body_bytes = 10, .body_bytes_for = [](std::string_view path) {
                                  return path == "/bijlagen" ? 1000u : 10u;
                              }}};
    EXPECT_EQ(200, status_of(site, posted(1000, "/bijlagen")));
    EXPECT_EQ(413, status_of(site, posted(1001, "/bijlagen")));
    EXPECT_EQ(413, status_of(site, posted(11)));
}

TEST(Limits, F16_what_does_not_fit_in_the_queue_is_a_503_at_once_and_never_handled) {
    Gate gate;
    Running site{[&](http::Request const& request) {
                     gate.pass();
                     return echo(request);
                 },
                 {.queue = 1},
                 1};
    std::vector<Client> admitted;
    for (int i = 0; i < 2; ++i) {
        admitted.push_back(site.client());
        admitted.back().send("GET /eerst HTTP/1.1\r\nHost: a\r\n\r\n");
        if (i == 0)
            ASSERT_TRUE(gate.has_seen(1));
        else
            ASSERT_TRUE(eventually([&] { return site.server().figures().waiting == 1; }));
    }
    auto late = site.client();
    late.send("GET /laat HTTP/1.1\r\nHost: a\r\n\r\n");
    auto const answer = late.answer();
    EXPECT_EQ(503, answer->status);
    EXPECT_TRUE(answer->has("Retry-After: "));
    EXPECT_EQ(1u, site.server().figures().shed);

    gate.open();
    for (auto& client : admitted)
        EXPECT_EQ("/eerst||", client.answer()->body);
    late.send("GET /opnieuw HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ("/opnieuw||", late.answer()->body) << "on the same connection, once there is room";
    EXPECT_EQ(3, gate.seen());
}

TEST(Limits, F3_who_waits_too_long_is_told_so_though_all_threads_hang) {
    Gate gate;
    Running site{[&](http::Request const& request) {
                     gate.pass();
                     return echo(request);
                 },
                 {.queue_time = 100ms},
                 1};
    auto first = site.client();
    first.send("GET /eerst HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_TRUE(gate.has_seen(1));
    std::vector<Client> others;
    for (int i = 0; i < 20; ++i) {
        others.push_back(site.client());
        others.back().send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    for (auto& client : others) {
        auto const answer = client.answer();
        ASSERT_TRUE(answer) << "the gate is still closed";
        EXPECT_EQ(503, answer->status);
    }
    EXPECT_EQ(0u, site.server().figures().waiting);
    EXPECT_EQ(20u, site.server().figures().shed);
    EXPECT_EQ(1, gate.seen()) << "and what it asked is not done afterwards";
    gate.open();
    EXPECT_EQ("/eerst||", first.answer()->body);
}

TEST(Limits, F8_a_head_that_trickles_in_has_one_deadline_for_all_its_bytes) {
    Running const site{echo, {.header_time = 150ms}};
    auto client = site.client();
    client.send("GET / HTTP/1.1\r\nHost: a\r\nX: ");
    EXPECT_TRUE(client.is_left_within(5s, "x"));
    EXPECT_EQ(408, client.answer()->status);
}

TEST(Limits, F8_a_body_that_trickles_in_has_one_deadline_for_all_its_bytes) {
    Running const site{echo, {.body_time = 150ms}};
    auto client = site.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
    EXPECT_TRUE(client.is_left_within(5s, "x"));
    EXPECT_EQ(408, client.answer()->status);
}

TEST(Limits, a_body_beyond_the_usual_size_gets_the_time_a_slow_line_needs) {
    Running const site{echo,
                       {.body_bytes = 10,
                        .body_bytes_for = [](std::string_view) { return 10'000u; },
                        .body_time = 100ms,
                        .slowest_line = 1'000}};
    auto client = site.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8000\r\n\r\n");
    EXPECT_FALSE(client.is_left_within(400ms));
    client.send(std::string(8000, 'x'));
    EXPECT_EQ(200, client.answer()->status);
}

TEST(Limits, a_connection_on_which_nothing_is_asked_is_closed_without_a_word) {
    Running const site{echo, {.idle_time = 500ms}};
    auto silent = site.client();
    auto served = site.client();
    served.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(200, served.answer()->status);
    EXPECT_EQ("", silent.rest());
    EXPECT_EQ("", served.rest());
}

TEST(Limits, F8_an_answer_that_nobody_takes_is_given_up) {
    static std::string const large(20'000'000, 'x');
    Running site{[](http::Request const&) {
                     http::Response response;
                     response.embedded = large;
                     return response;
                 },
                 {.body_bytes = large.size(), .write_time = 100ms}};
    auto const client = site.client(4096);
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(eventually([&] { return site.server().figures().connections == 1; }));
    EXPECT_TRUE(eventually([&] { return site.server().figures().connections == 0; }));
    EXPECT_EQ(0u, site.server().figures().answered);
}
