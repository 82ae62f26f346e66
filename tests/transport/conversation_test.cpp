#include "transport/running.h"

#include "foundation/fault.h"

#include <gtest/gtest.h>

TEST(Conversation, pipelined_requests_are_answered_in_the_order_of_asking) {
    Running const site{echo, {}, 4};
    auto client = site.client();
    std::string all;
    for (int i = 0; i < 50; ++i)
        all += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab";
    client.send(all);
    for (int i = 0; i < 50; ++i)
        ASSERT_EQ("/" + std::to_string(i) + "||ab", client.answer()->body);
}

TEST(Conversation, a_request_may_come_in_any_pieces) {
    Running const site{echo};
    auto client = site.client();
    std::string_view const bytes = "POST /stukjes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked"
                                   "\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    for (std::size_t i = 0; i < bytes.size(); ++i)
        ASSERT_TRUE(client.send(bytes.substr(i, 1)));
    EXPECT_EQ("/stukjes||abc", client.answer()->body);
}

TEST(Conversation, HEAD_is_answered_as_GET_is_but_without_the_body) {
    Running const site{echo};
    auto client = site.client();
    client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\nGET /d HTTP/1.1\r\nHost: a\r\n\r\n");
    auto const head = client.answer(false);
    EXPECT_TRUE(head->has("Content-Length: 6\r\n"));
    EXPECT_EQ("/d||", client.answer()->body) << "the next answer follows at once";
}

TEST(Conversation, a_request_that_says_close_is_the_last) {
    Running const site{echo};
    auto client = site.client();
    client.send("GET /1 HTTP/1.1\r\nHost: a\r\nConnection: X, Close\r\n\r\n"
                "GET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
    auto const answer = client.answer();
    EXPECT_EQ("/1||", answer->body);
    EXPECT_TRUE(answer->has("Connection: close\r\n"));
    EXPECT_EQ("", client.rest());
}

TEST(Conversation, HTTP_1_0_is_answered_once_whatever_it_asks_for) {
    Running const site{echo};
    auto client = site.client();
    client.send("GET /1 HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ("/1||", client.answer()->body);
    EXPECT_EQ("", client.rest());
}

TEST(Conversation, who_waits_for_leave_to_send_a_body_gets_it) {
    Running const site{echo, {.body_bytes = 10}};
    auto client = site.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(100, client.answer()->status);
    client.send("abc");
    EXPECT_EQ("/||abc", client.answer()->body);

    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(413, client.answer()->status) << "and before the body is sent when it is too large";
}

TEST(Conversation, an_exception_out_of_a_handler_is_a_500_and_the_next_request_is_answered) {
    Running const site{[](http::Request const& request) -> http::Response {
        if (request.path == "/stuk")
            throw foundation::Fault{"geheim"};
        if (request.path == "/nul")
            throw 0;
        return echo(request);
    }};
    auto client = site.client();
    for (auto const* path : {"/stuk", "/nul"}) {
        client.send("GET " + std::string{path} + " HTTP/1.1\r\nHost: a\r\n\r\n");
        auto const answer = client.answer();
        EXPECT_EQ(500, answer->status);
        EXPECT_FALSE(answer->body.contains("geheim"));
    }
    client.send("GET /heel HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ("/heel||", client.answer()->body);
}

TEST(Conversation, a_header_that_would_split_the_answer_is_a_500) {
    Running const site{[](http::Request const& request) {
        auto response = echo(request);
        response.headers.emplace_back("Location", "/a\r\nSet-Cookie: x=1");
        return response;
    }};
    auto client = site.client();
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    auto const answer = client.answer();
    EXPECT_EQ(500, answer->status);
    EXPECT_FALSE(answer->has("Set-Cookie"));
}

TEST(Conversation, embedded_bytes_are_sent_as_they_are) {
    static std::string const large(3'000'000, 'x');
    Running const site{[](http::Request const&) {
        http::Response response;
        response.embedded = large;
        return response;
    }};
    auto client = site.client();
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(large, client.answer()->body);
}

TEST(Conversation, several_lanes_serve_as_one) {
    Running const site{echo, {}, 2, 3};
    std::vector<Client> clients;
    for (int i = 0; i < 12; ++i)
        clients.push_back(site.client());
    for (int round = 0; round < 3; ++round)
        for (auto& client : clients) {
            client.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n");
            ASSERT_EQ("/x||", client.answer()->body);
        }
}

TEST(Server, a_port_that_is_taken_is_a_fault_in_plain_words) {
    Running site{echo};
    transport::Settings settings;
    settings.port = site.server().port();
    try {
        transport::Server const second{settings, echo};
        FAIL() << "two servers on one port";
    } catch (foundation::Fault const& fault) {
        EXPECT_EQ("cannot listen on 127.0.0.1 port " + std::to_string(settings.port) +
                      ": Address already in use",
                  std::string{fault.what()});
    }
    settings.address = "geen adres";
    EXPECT_THROW((transport::Server{settings, echo}), foundation::Fault);
}
