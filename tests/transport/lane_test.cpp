#include "transport/house.h"
#include "transport/lane.h"
#include "transport/pool.h"
#include "transport/running.h"

#include <gtest/gtest.h>
#include <latch>
#include <set>
#include <sstream>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

using namespace std::chrono_literals;

namespace {

std::string const request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

/// Which thread answered; /lang takes longer than two rounds of the watch.
http::Response on_this_thread(http::Request const& asked) {
    if (asked.path == "/lang")
        std::this_thread::sleep_for(12ms);
    http::Response response;
    std::ostringstream thread;
    thread << std::this_thread::get_id();
    response.body = thread.str();
    return response;
}

} // namespace

TEST(Lane, who_is_alone_is_answered_by_the_thread_that_reads) {
    Running const site{on_this_thread, {}, 1};
    auto client = site.client();
    std::set<std::string> threads;
    EXPECT_TRUE(eventually([&] {
        client.send("GET /lang HTTP/1.1\r\nHost: a\r\n\r\n");
        threads.insert(client.answer()->body);
        client.send(request);
        threads.insert(client.answer()->body);
        return threads.size() > 1;
    })) << "with one thread in the pool: who works long leaves the lane to it";
}

TEST(Lane, F16_of_those_who_come_at_once_the_lane_answers_one_and_the_pool_the_others) {
    transport::House house{{}, echo};
    transport::Lane lane{house};
    std::atomic<bool> accepting = true;
    lane.start(accepting);
    auto const answered_by_the_lane = [&](int visitors) {
        std::atomic<int> count = 0;
        std::latch all{visitors};
        boost::asio::post(lane.context(), [&] {
            for (int i = 0; i < visitors; ++i)
                boost::asio::co_spawn(
                    lane.context(), lane.done([]() noexcept { return std::this_thread::get_id(); }),
                    [&](std::exception_ptr const&, std::optional<std::thread::id> by) {
                        count += by == std::this_thread::get_id() ? 1 : 0; // back on the lane here
                        all.count_down();
                    });
        });
        all.wait();
        return count.load();
    };
    EXPECT_TRUE(eventually([&] { return answered_by_the_lane(1) == 1; })) << "the control";
    for (int round = 0; round < 50; ++round)
        EXPECT_LE(answered_by_the_lane(4), 1);
    accepting = false;
    EXPECT_TRUE(eventually([&] { return lane.is_over(); }));
}

TEST(Lane, F16_a_request_that_waits_for_others_keeps_nobody_else_waiting) {
    Gate gate;
    Running site{[&](http::Request const& asked) {
                     if (asked.path == "/lang")
                         gate.pass();
                     return echo(asked);
                 },
                 {.idle_time = 200ms},
                 2};
    auto slow = site.client();
    auto silent = site.client();
    slow.send("GET /lang HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_TRUE(gate.has_seen(1));
    auto quick = site.client();
    for (int i = 0; i < 20; ++i) {
        quick.send("GET /kort HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ("/kort||", quick.answer()->body);
    }
    EXPECT_EQ("", silent.rest()) << "deadlines are looked after all the while";
    gate.open();
    EXPECT_EQ("/lang||", slow.answer()->body);
    slow.send("GET /weer HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ("/weer||", slow.answer()->body) << "and back on its lane it goes on as before";
}

TEST(Lane, many_that_take_long_come_back_to_their_lanes_and_none_is_lost) {
    std::atomic<int> turn = 0;
    Running const site{[&](http::Request const& asked) {
                           if (++turn % 3 == 0) // longer than two rounds of the watch, for a third
                               std::this_thread::sleep_for(12ms);
                           return echo(asked);
                       },
                       {},
                       3,
                       2};
    std::vector<std::jthread> visitors;
    std::atomic<int> answered = 0;
    for (int visitor = 0; visitor < 6; ++visitor)
        visitors.emplace_back([&] {
            auto client = site.client();
            for (int i = 0; i < 50; ++i) {
                client.send(request);
                auto const answer = client.answer();
                answered += answer && answer->status == 200 ? 1 : 0;
            }
        });
    visitors.clear();
    EXPECT_EQ(300, answered);
}

TEST(Lane, a_thread_is_kept_free_only_while_nobody_is_at_work_and_does_nothing_else) {
    Gate gate;
    transport::Pool pool{1, 1, 1};
    EXPECT_FALSE(pool.reserve()) << "the loop has not begun";
    Gate loop;
    pool.use([&] { loop.pass(); });
    ASSERT_TRUE(loop.has_seen(1));
    ASSERT_TRUE(eventually([&] { return pool.reserve(); }));
    EXPECT_FALSE(pool.reserve()) << "kept free for another already";
    EXPECT_TRUE(pool.offer({.task = [&] { gate.pass(); }})) << "there is room in the queue";
    EXPECT_FALSE(pool.offer({.task = [] {}})) << "but the thread that is kept free takes no more";
    std::this_thread::sleep_for(20ms); // time to do wrong: being too short it never fails
    pool.use([&] { loop.pass(); });
    EXPECT_TRUE(loop.has_seen(2)) << "it is free, whatever waits in the queue";
    EXPECT_EQ(0, gate.seen());
    loop.open();
    EXPECT_TRUE(gate.has_seen(1)) << "whoever is done with a loop does what waits";
    gate.open();
}

TEST(Lane, what_waits_is_done_when_a_thread_is_kept_free_no_longer) {
    Gate loop;
    Gate gate;
    transport::Pool pool{1, 1, 1};
    pool.use([&] { loop.pass(); });
    ASSERT_TRUE(eventually([&] { return pool.reserve(); }));
    EXPECT_TRUE(pool.offer({.task = [&] { gate.pass(); }}));
    std::this_thread::sleep_for(20ms); // as above
    pool.release();
    EXPECT_TRUE(gate.has_seen(1));
    gate.open();
    loop.open();
}
