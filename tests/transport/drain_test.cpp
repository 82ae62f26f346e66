#include "transport/running.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

TEST(Drain, F11_what_is_under_way_is_answered_and_the_connection_then_closed) {
    Gate gate;
    Running site{[&](http::Request const& request) {
        gate.pass();
        return echo(request);
    }};
    std::optional client{site.client()};
    client->send("GET /onderweg HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_TRUE(gate.has_seen(1));
    site.server().stop();
    EXPECT_TRUE(eventually([&] {
        try {
            site.client();
            return false;
        } catch (std::runtime_error const&) {
            return true;
        }
    })) << "nobody new is let in";
    gate.open();
    auto const answer = client->answer();
    EXPECT_EQ("/onderweg||", answer->body);
    EXPECT_TRUE(answer->has("Connection: close\r\n"));
    EXPECT_EQ("", client->rest());
    client.reset();
    site.wait_until_ended();
}

TEST(Drain, F11_a_request_that_is_half_there_may_be_finished) {
    Running site{echo};
    std::optional client{site.client()};
    auto silent = site.client();
    client->send("POST /half HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
    ASSERT_TRUE(eventually([&] { return site.server().figures().connections == 2; }));
    site.server().stop();
    EXPECT_EQ("", silent.rest()) << "who asked nothing is let go at once";
    client->send("cd");
    EXPECT_EQ("/half||abcd", client->answer()->body);
    client.reset();
    site.wait_until_ended();
}

TEST(Drain, F11_who_does_not_finish_in_time_is_left) {
    Running site{echo, {.drain_time = 100ms}};
    auto client = site.client();
    client.send("POST /half HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
    ASSERT_TRUE(eventually([&] { return site.server().figures().connections == 1; }));
    site.server().stop();
    site.wait_until_ended();
    EXPECT_FALSE(client.answer());
}

TEST(Drain, a_server_that_is_stopped_before_it_runs_ends_at_once) {
    transport::Server server{{}, echo};
    server.stop();
    server.run();
}
