#include "transport/errands.h"

#include "transport/running.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

/// P3.10: whoever has to be waited for keeps nobody else waiting.
namespace {

http::Response said(std::string text) {
    return {.status = 200,
            .content_type = "text/plain",
            .headers = {},
            .body = std::move(text),
            .embedded = {}};
}

http::Response said(http::End end) {
    return said(end == http::End::done ? "done" : end == http::End::late ? "late" : "crowded");
}

/// /uit waits at the gate, away from the handlers; the rest is answered at once.
http::Handler waits_at(Gate& gate, std::chrono::milliseconds patience) {
    return [&gate, patience](http::Request const& request) -> http::Answer {
        if (request.path != "/uit")
            return echo(request);
        return http::Errand{.work = [&gate] { gate.pass(); },
                            .answer = [](http::End end) { return said(end); },
                            .patience = patience};
    };
}

std::string const go_out = "GET /uit HTTP/1.1\r\nHost: a\r\n\r\n";
std::string const stay_in = "GET /thuis HTTP/1.1\r\nHost: a\r\n\r\n";

} // namespace

TEST(Errands, P3_10_a_visitor_is_answered_when_the_work_is_done) {
    Gate gate;
    gate.open();
    Running const site{waits_at(gate, 1h)};
    auto client = site.client();
    for (int i = 0; i < 3; ++i) {
        client.send(go_out);
        auto const answer = client.answer();
        ASSERT_TRUE(answer);
        EXPECT_EQ("done", answer->body);
    }
}

TEST(Errands, P3_10_a_hundred_who_wait_outside_leave_one_handler_to_everybody_else) {
    Gate gate;
    Running site{waits_at(gate, 1h), {}, 1};
    std::vector<Client> waiting;
    for (int i = 0; i < 100; ++i) {
        waiting.push_back(site.client());
        waiting.back().send(go_out);
    }
    ASSERT_TRUE(gate.has_seen(100));
    EXPECT_EQ(100u, site.server().figures().errands);
    auto client = site.client();
    for (int i = 0; i < 20; ++i) {
        client.send(stay_in);
        auto const answer = client.answer();
        ASSERT_TRUE(answer);
        EXPECT_EQ("/thuis||", answer->body);
    }
    gate.open();
    for (auto& client_outside : waiting)
        EXPECT_EQ("done", client_outside.answer()->body);
}

TEST(Errands, P3_10_patience_that_is_over_is_an_answer_and_the_work_goes_on) {
    Gate gate;
    Running site{waits_at(gate, 0ms)};
    auto client = site.client();
    client.send(go_out);
    EXPECT_EQ("late", client.answer()->body);
    client.send(stay_in);
    EXPECT_EQ("/thuis||", client.answer()->body);
    ASSERT_TRUE(gate.has_seen(1));
    EXPECT_EQ(1u, site.server().figures().errands);
    gate.open();
    EXPECT_TRUE(eventually([&] { return site.server().figures().errands == 0; }));
}

TEST(Errands, P3_10_beyond_so_many_the_next_one_is_told_at_once) {
    Gate gate;
    Running site{waits_at(gate, 1h), {.errands = 2}};
    std::vector<Client> waiting;
    for (int i = 0; i < 2; ++i) {
        waiting.push_back(site.client());
        waiting.back().send(go_out);
    }
    ASSERT_TRUE(gate.has_seen(2));
    auto client = site.client();
    client.send(go_out);
    EXPECT_EQ("crowded", client.answer()->body);
    EXPECT_EQ(1u, site.server().figures().crowded);
    gate.open();
    for (auto& client_outside : waiting)
        EXPECT_EQ("done", client_outside.answer()->body);
    ASSERT_TRUE(eventually([&] { return site.server().figures().errands == 0; }));
    client.send(go_out);
    EXPECT_EQ("done", client.answer()->body);
}

TEST(Errands, work_that_throws_is_done_and_an_answer_that_throws_is_500) {
    Running const site{[](http::Request const& request) -> http::Answer {
        return http::Errand{.work = [] { throw std::runtime_error{"the world failed"}; },
                            .answer =
                                [fails = request.path == "/fout"](http::End end) {
                                    if (fails)
                                        throw std::runtime_error{"and nobody caught it"};
                                    return said(end);
                                },
                            .patience = 1h};
    }};
    auto client = site.client();
    client.send(go_out);
    EXPECT_EQ("done", client.answer()->body);
    client.send("GET /fout HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(500, client.answer()->status);
}

TEST(Errands, a_server_that_stops_answers_who_waits_and_ends_after_the_work) {
    Gate gate;
    std::optional<Client> client;
    {
        Running site{waits_at(gate, 1h)};
        client.emplace(site.client());
        client->send(go_out);
        ASSERT_TRUE(gate.has_seen(1));
        site.server().stop();
        gate.open();
        site.wait_until_ended();
        EXPECT_EQ("done", client->answer()->body);
    }
}

TEST(Errands, work_that_outlasts_its_visitor_and_the_lanes_ends_before_the_server) {
    Gate gate;
    {
        Running site{waits_at(gate, 0ms)};
        auto client = site.client();
        client.send(go_out);
        EXPECT_EQ("late", client.answer()->body);
        ASSERT_TRUE(gate.has_seen(1));
        site.server().stop();
        site.wait_until_ended();
        gate.open();
    }
    EXPECT_EQ(1, gate.seen());
}

TEST(Errands, a_thread_is_kept_for_the_next_one) {
    transport::Errands errands{1};
    std::optional<std::thread::id> first;
    for (int i = 0; i < 5; ++i) {
        std::atomic<bool> ended = false;
        ASSERT_TRUE(eventually([&] {
            return errands.offer([&] {
                EXPECT_EQ(first.value_or(std::this_thread::get_id()), std::this_thread::get_id());
                first = std::this_thread::get_id();
                ended = true;
            });
        }));
        ASSERT_TRUE(eventually([&] { return ended && errands.under_way() == 0; }));
    }
}

TEST(Reading, P3_10_what_is_asked_first_is_answered_while_every_handler_hangs) {
    Gate gate;
    auto const live = [](http::Request const& request) -> std::optional<http::Response> {
        return request.path == "/leeft" ? std::optional{said("ja")} : std::nullopt;
    };
    auto const hangs = [&](http::Request const& request) {
        gate.pass();
        return echo(request);
    };
    Running const site{hangs, {}, 2, 1, live};
    std::vector<Client> hanging;
    for (int i = 0; i < 4; ++i) {
        hanging.push_back(site.client());
        hanging.back().send(stay_in);
    }
    ASSERT_TRUE(gate.has_seen(2));
    auto client = site.client();
    for (int i = 0; i < 20; ++i) {
        client.send("GET /leeft HTTP/1.1\r\nHost: a\r\n\r\n");
        auto const answer = client.answer();
        ASSERT_TRUE(answer);
        EXPECT_EQ("ja", answer->body);
    }
    gate.open();
    for (auto& other : hanging)
        EXPECT_EQ("/thuis||", other.answer()->body);
}

TEST(Reading, P3_10_who_waited_too_long_for_a_handler_is_told_so_and_not_worked_on) {
    Gate gate;
    auto const hangs = [&](http::Request const& request) {
        gate.pass();
        return echo(request);
    };
    Running site{hangs, {.queue_time = 0ms}, 1};
    auto const shed = [&] { return site.server().figures().shed; };
    auto first = site.client();
    ASSERT_TRUE(eventually([&] { // until it is answered by the thread that reads, without a queue
        auto const before = shed();
        first.send(stay_in);
        EXPECT_TRUE(eventually([&] { return gate.seen() == 1 || shed() > before; }));
        return gate.seen() == 1 || !first.answer();
    }));
    auto const before = shed();
    auto second = site.client();
    second.send(stay_in);
    ASSERT_TRUE(eventually([&] { return site.server().figures().waiting == 1; }));
    gate.open();
    EXPECT_EQ(503, second.answer()->status);
    EXPECT_EQ(1, gate.seen());
    EXPECT_EQ(before + 1, shed());
    EXPECT_EQ(200, first.answer()->status);
}
