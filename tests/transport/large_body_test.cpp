#include "transport/running.h"

#include <atomic>
#include <gtest/gtest.h>

/// Bodies beyond the usual size, where a path takes them: who sends one is judged before it is
/// read.
namespace {

using namespace std::chrono_literals;

using Answer = std::optional<http::Response>;

http::Response page(int status, std::string const& words) {
    return {.status = status,
            .content_type = "text/html",
            .headers = {},
            .body = words,
            .embedded = {}};
}

transport::Limits limits(std::function<Answer(http::Request const&, std::uint64_t)> judge) {
    return {.body_bytes = 10,
            .body_bytes_for = [](std::string_view path) { return path == "/scan" ? 1000u : 10u; },
            .before_large_body = std::move(judge),
            .large_bodies = 1};
}

std::string head(std::size_t length, std::string_view path = "/scan") {
    return "POST " + std::string{path} +
           " HTTP/1.1\r\nHost: a\r\nCookie: x=1\r\nContent-Length: " + std::to_string(length) +
           "\r\n\r\n";
}

} // namespace

TEST(LargeBody, F8_who_may_not_send_it_is_answered_before_a_byte_of_it_came) {
    std::atomic<int> handled = 0;
    Running const site{[&](http::Request const& request) {
                           ++handled;
                           return echo(request);
                       },
                       limits([](http::Request const& request, std::uint64_t) -> Answer {
                           return page(403, "niet voor " + request.header("cookie")
                                                               .transform([](auto text) {
                                                                   return std::string{text};
                                                               })
                                                               .value_or("u"));
                       })};
    auto client = site.client();
    client.send(head(1000));
    auto const answer = client.answer();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 403);
    EXPECT_EQ(answer->body, "niet voor x=1") << "judged by the head";
    EXPECT_TRUE(answer->has("Connection: close"));
    EXPECT_EQ(handled, 0);
}

TEST(LargeBody, a_usual_body_is_read_without_being_judged_and_other_paths_have_the_usual_limit) {
    std::atomic<int> judged = 0;
    Running const site{echo, limits([&](auto const&, auto) -> Answer {
                           ++judged;
                           return std::nullopt;
                       })};
    auto client = site.client();
    client.send(head(10) + "0123456789");
    EXPECT_EQ(client.answer()->body, "/scan||0123456789");
    EXPECT_EQ(judged, 0);
    client.send(head(11) + "0123456789a");
    EXPECT_EQ(client.answer()->body, "/scan||0123456789a");
    EXPECT_EQ(judged, 1);
    client.send(head(11, "/elders"));
    EXPECT_EQ(client.answer()->status, 413);
    EXPECT_EQ(judged, 1);
}

TEST(LargeBody, the_judge_hears_how_long_it_is_and_may_answer_what_is_beyond_the_paths_limit) {
    Running const site{echo, limits([](auto const&, std::uint64_t length) -> Answer {
                           if (length == 1001)
                               return page(413, "te groot: " + std::to_string(length));
                           return std::nullopt;
                       })};
    auto client = site.client();
    client.send(head(1001) + std::string(1001, 'x'));
    EXPECT_EQ(client.answer()->body, "te groot: 1001");
    auto other = site.client();
    other.send(head(1002));
    EXPECT_EQ(other.answer()->status, 413) << "whatever the judge says";
}

TEST(LargeBody, a_body_in_chunks_counts_as_the_largest_that_the_path_takes) {
    std::atomic<std::uint64_t> heard = 0;
    Running const site{echo, limits([&](auto const&, std::uint64_t length) -> Answer {
                           heard = length;
                           return std::nullopt;
                       })};
    auto client = site.client();
    client.send("POST /scan HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                "5\r\n12345\r\n0\r\n\r\n");
    EXPECT_EQ(client.answer()->body, "/scan||12345");
    EXPECT_EQ(heard, 1000U);
}

TEST(LargeBody, F8_no_more_are_in_the_house_than_may_be_and_a_place_comes_free_again) {
    Running const site{echo, limits([](auto const&, auto) -> Answer { return std::nullopt; })};
    auto const expect_full = [&](int status) {
        auto late = site.client();
        late.send(head(1000) + std::string(1000, 'y'));
        auto const answer = late.answer();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, status);
        EXPECT_EQ(answer->has("Retry-After: "), status == 503);
    };
    auto slow = site.client();
    slow.send(head(1000) + "x");
    auto usual = site.client();
    // The place is taken once the head was judged: wait until nobody else gets it.
    ASSERT_TRUE(eventually([&] {
        auto late = site.client();
        late.send(head(1000) + std::string(1000, 'y'));
        auto const answer = late.answer();
        return answer && answer->status == 503;
    }));
    usual.send(head(10) + "0123456789");
    EXPECT_EQ(usual.answer()->status, 200) << "the others do not notice";
    slow.send(std::string(999, 'x'));
    EXPECT_EQ(slow.answer()->status, 200);
    expect_full(200);
    { // whoever leaves in the middle of it gives the place back as well
        auto gone = site.client();
        gone.send(head(1000) + "x");
    }
    EXPECT_TRUE(eventually([&] {
        auto next = site.client();
        next.send(head(1000) + std::string(1000, 'y'));
        auto const answer = next.answer();
        return answer && answer->status == 200;
    }));
}

TEST(LargeBody, F8_one_that_trickles_in_has_one_deadline_and_gives_its_place_back) {
    auto wanted = limits([](auto const&, auto) -> Answer { return std::nullopt; });
    wanted.body_time = 150ms;
    Running const site{echo, wanted};
    auto slow = site.client();
    slow.send(head(1000));
    EXPECT_TRUE(slow.is_left_within(5s, "x"));
    EXPECT_EQ(slow.answer()->status, 408);
    auto next = site.client();
    next.send(head(1000) + std::string(1000, 'y'));
    EXPECT_EQ(next.answer()->status, 200);
}

TEST(LargeBody, F8_who_asks_whether_to_send_it_hears_no_before_sending) {
    Running const site{echo, limits([](auto const&, auto) -> Answer { return page(403, "nee"); })};
    auto client = site.client();
    client.send("POST /scan HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                "Content-Length: 1000\r\n\r\n");
    EXPECT_EQ(client.answer()->status, 403);
}

TEST(LargeBody, a_judge_that_fails_is_our_mistake_and_ends_one_answer) {
    Running const site{
        echo, limits([](auto const&, auto) -> Answer { throw std::runtime_error{"no database"}; })};
    auto client = site.client();
    client.send(head(1000));
    EXPECT_EQ(client.answer()->status, 500);
    auto next = site.client();
    next.send(head(10) + "0123456789");
    EXPECT_EQ(next.answer()->status, 200);
}
