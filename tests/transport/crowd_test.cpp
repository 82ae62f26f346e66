#include "transport/running.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace {

std::vector<Client> crowd(Running const& site, int size, std::string_view says) {
    std::vector<Client> clients;
    for (int i = 0; i < size; ++i) {
        clients.push_back(site.client());
        clients.back().send(says);
    }
    return clients;
}

void expect_served(Running const& site, int times) {
    for (int i = 0; i < times; ++i) {
        auto client = site.client();
        client.send("GET /gewoon HTTP/1.1\r\nHost: a\r\n\r\n");
        auto const answer = client.answer();
        ASSERT_TRUE(answer);
        ASSERT_EQ("/gewoon||", answer->body);
    }
}

} // namespace

TEST(Crowd, F8_two_hundred_who_write_slowly_leave_the_others_unmoved) {
    Running const site{echo, {}, 1};
    auto const heads = crowd(site, 200, "GET / HTTP/1.1\r\nHost: a\r\nX: ");
    auto const bodies =
        crowd(site, 200, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx");
    expect_served(site, 20);
    for (auto const& client : heads)
        EXPECT_TRUE(client.send("x"));
    expect_served(site, 20);
}

TEST(Crowd, F8_two_hundred_who_do_not_read_leave_the_others_unmoved) {
    static std::string const large(8'000'000, 'x');
    Running const site{[](http::Request const& request) {
                           auto response = echo(request);
                           if (request.path == "/groot")
                               response.embedded = large;
                           return response;
                       },
                       {},
                       1};
    std::vector<Client> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(site.client(4096));
        clients.back().send("GET /groot HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    expect_served(site, 20);
}

TEST(Crowd, F8_a_thousand_silent_connections_leave_the_others_unmoved) {
    Running const site{echo, {}, 1};
    auto const silent = crowd(site, 1000, "");
    expect_served(site, 20);
}

TEST(Crowd, F8_at_a_full_house_who_kept_us_waiting_longest_makes_room) {
    Running site{echo, {.connections = 50, .connections_per_address = 50, .patience = 0ms}};
    auto silent = crowd(site, 50, "");
    ASSERT_TRUE(eventually([&] { return site.server().figures().connections == 50; }));
    expect_served(site, 1);
    EXPECT_TRUE(silent.front().is_left_within(5s));
    EXPECT_EQ(0u, site.server().figures().turned_away);
}

TEST(Crowd, at_a_full_house_of_people_being_served_the_newcomer_is_turned_away) {
    Gate gate;
    Running site{[&](http::Request const& request) {
                     gate.pass();
                     return echo(request);
                 },
                 {.connections = 2, .patience = 0ms}};
    auto served = crowd(site, 2, "GET /eerst HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_TRUE(gate.has_seen(2));
    auto newcomer = site.client();
    auto const answer = newcomer.answer();
    ASSERT_TRUE(answer);
    EXPECT_EQ(503, answer->status);
    EXPECT_EQ(1u, site.server().figures().turned_away);
    gate.open();
    for (auto& client : served)
        EXPECT_EQ("/eerst||", client.answer()->body);
}
