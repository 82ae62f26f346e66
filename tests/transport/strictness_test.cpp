#include "transport/running.h"

#include <gtest/gtest.h>

using namespace std::string_literals;

namespace {

struct Refused {
    char const* what;
    std::string bytes;
    int status;
};

std::vector<Refused> const crooked{
    {"a length and a coding",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n"
     "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
     400},
    {"a coding and a length",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
     "Content-Length: 3\r\n\r\n0\r\n\r\n",
     400},
    {"two lengths",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
    {"two equal lengths",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na", 400},
    {"a list of lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\na", 400},
    {"a length with a sign", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\na", 400},
    {"a negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\na", 400},
    {"a hexadecimal length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x1\r\n\r\na", 400},
    {"an empty length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n", 400},
    {"a length beyond 64 bits",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 400},
    {"another coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 400},
    {"two codings",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400},
    {"the coding twice",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
     "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
     400},
    {"an unknown coding and a length",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x\r\n"
     "Content-Length: 1\r\n\r\na",
     400},
    {"an identity coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n",
     400},
    {"a coding in HTTP/1.0",
     "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
    {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
    {"no host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400},
    {"two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
    {"the host twice", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400},
    {"an empty host", "GET / HTTP/1.1\r\nHost: \r\n\r\n", 400},
    {"a host with a user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", 400},
    {"a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
    {"a space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400},
    {"a bare LF after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n", 400},
    {"bare LFs everywhere", "GET / HTTP/1.1\nHost: a\n\n", 400},
    {"a bare LF in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: 1\nY: 2\r\n\r\n", 400},
    {"a bare CR in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: 1\rY: 2\r\n\r\n", 400},
    {"a folded line", "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n 2\r\n\r\n", 400},
    {"a line folded by a tab", "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n\t2\r\n\r\n", 400},
    {"a folded coding",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n", 400},
    {"a NUL in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: 1\0002\r\n\r\n"s, 400},
    {"a NUL in a name", "GET / HTTP/1.1\r\nHost: a\r\nX\0: 1\r\n\r\n"s, 400},
    {"a NUL in the target", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n"s, 400},
    {"a control character in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: \x01\r\n\r\n", 400},
    {"an empty line first", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"a space first", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"a nameless header", "GET / HTTP/1.1\r\nHost: a\r\n: 1\r\n\r\n", 400},
    {"a header without a colon", "GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n", 400},
    {"a target of another host", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"a target without a slash", "GET index HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"an asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"a tunnel", "CONNECT b:443 HTTP/1.1\r\nHost: b:443\r\n\r\n", 400},
    {"a fragment", "GET /#kop HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"a space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 505},
    {"bytes beyond ASCII in the target", "GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"no version", "GET /\r\nHost: a\r\n\r\n", 400},
    {"HTTP/2 in words", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
    {"HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505},
    {"http in lower case", "GET / http/1.1\r\nHost: a\r\n\r\n", 505},
    {"another expectation",
     "POST / HTTP/1.1\r\nHost: a\r\nExpect: koffie\r\nContent-Length: 0\r\n\r\n", 417},
    {"two expectations",
     "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
     "Expect: 100-continue\r\nContent-Length: 0\r\n\r\n",
     417},
    {"a chunk without a size",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n\r\n", 400},
    {"a chunk with a bare LF",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\na\n0\n\n\r\n\r\n", 400},
    {"a chunk longer than it says",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n", 400},
    {"a chunk of more than 64 bits",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
     "fffffffffffffffff\r\n\r\n",
     400},
    {"a chunk too large",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\n", 413},
};

} // namespace

TEST(Strictness, F8_a_crooked_request_is_refused_and_the_connection_closed) {
    int handled = 0;
    Running const site{[&](http::Request const& request) {
        ++handled;
        return echo(request);
    }};
    for (auto const& [what, bytes, status] : crooked) {
        auto client = site.client();
        // A second request behind it must never be read as one: that would be smuggling.
        client.send(bytes + "GET /smokkel HTTP/1.1\r\nHost: a\r\n\r\n");
        auto const answer = client.answer();
        ASSERT_TRUE(answer) << what;
        EXPECT_EQ(status, answer->status) << what;
        EXPECT_TRUE(answer->has("Connection: close\r\n")) << what;
        EXPECT_EQ("", client.rest()) << what;
        EXPECT_EQ(0, handled) << what;
    }
}

TEST(Strictness, what_is_written_by_the_rules_is_taken) {
    Running const site{echo};
    std::vector<std::pair<std::string, std::string>> const straight{
        {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "/||"},
        {"GET /a?b=c&d=%20 HTTP/1.1\r\nhOsT: a.example:8080\r\n\r\n", "/a|b=c&d=%20|"},
        {"GET /? HTTP/1.1\r\nHost: [::1]:80\r\nX:\r\nY: a\tb\xc3\xa9\r\n\r\n", "/||"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na\0b"s, "/||a\0b"s},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "/||"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
         "2\r\nab\r\n3;naam=waarde\r\ncde\r\n0\r\n\r\n",
         "/||abcde"},
        {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", "/||x"},
    };
    auto client = site.client();
    for (auto const& [bytes, echoed] : straight) {
        client.send(bytes);
        auto const answer = client.answer();
        ASSERT_TRUE(answer) << bytes;
        EXPECT_EQ(200, answer->status) << bytes;
        EXPECT_EQ(echoed, answer->body) << bytes;
    }
}

TEST(Strictness, F8_the_fields_of_a_trailer_never_become_headers) {
    Running const site{[](http::Request const& request) {
        http::Response response;
        response.body = std::to_string(request.headers.size()) + request.host;
        return response;
    }};
    auto client = site.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                "1\r\nx\r\n0\r\nHost: b\r\nCookie: sessie=boos\r\n\r\n");
    EXPECT_EQ("2a", client.answer()->body);
}

TEST(Strictness, the_handler_sees_the_method_the_address_and_lower_case_names) {
    Running const site{[](http::Request const& request) {
        http::Response response;
        response.body = request.remote_address + " " +
                        std::string{request.header("x-kop").value_or("?")} + " " + request.host +
                        " " + std::to_string(static_cast<int>(request.method));
        return response;
    }};
    auto client = site.client();
    client.send("POST / HTTP/1.1\r\nHost: a:1\r\nX-KOP:  Waarde \r\n\r\n");
    EXPECT_EQ("127.0.0.1 Waarde a:1 2", client.answer()->body);
    for (auto const* method : {"PUT", "DELETE", "OPTIONS", "TRACE", "KOFFIE", "get"}) {
        client.send(std::string{method} + " / HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ("127.0.0.1 ? a 3", client.answer()->body) << method;
    }
}
