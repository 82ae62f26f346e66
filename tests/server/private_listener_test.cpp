#include "server/configuration.h"
#include "server/support/installation.h"
#include "server/support/program.h"
#include "transport/client.h"

#include <gtest/gtest.h>

/// The two doors of a real portal: one for visitors and one for the operator's machines.
namespace {

Client::Answer asked(std::uint16_t port, std::string const& path) {
    Client client{port};
    client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    return client.answer().value_or(Client::Answer{.status = 0, .head = "", .body = ""});
}

/// What differs from page to page.
std::string without_its_own(std::string text, std::string const& own) {
    for (auto at = text.find(own); at != std::string::npos; at = text.find(own))
        text.erase(at, own.size());
    return text;
}

class PrivateListener : public testing::Test {
protected:
    PrivateListener() { installation.on_free_ports(); }
    Installation const installation;
};

TEST_F(PrivateListener, V13_4_5_alone_has_the_figures) {
    Program portal{installation.configuration(), {"serve"}};
    ASSERT_TRUE(portal.is_ready()) << portal.said();
    auto const figures = asked(portal.private_port(), "/metrics");
    EXPECT_EQ(figures.status, 200);
    EXPECT_TRUE(figures.body.contains("\nmijnduo_requests_shed_total 0\n")) << figures.body;
    auto const page = asked(portal.port(), "/metrics");
    auto const unknown = asked(portal.port(), "/onbekend");
    EXPECT_EQ(page.status, 404);
    EXPECT_EQ(without_its_own(page.body, "/metrics"), without_its_own(unknown.body, "/onbekend"));
    EXPECT_EQ(asked(portal.private_port(), "/").status, 404);
    EXPECT_EQ(asked(portal.private_port(), "/overzicht").status, 404);
}

TEST_F(PrivateListener, has_one_word_for_health_as_the_public_one_has) {
    Program portal{installation.configuration(), {"serve"}};
    ASSERT_TRUE(portal.is_ready()) << portal.said();
    for (auto const port : {portal.port(), portal.private_port()}) {
        EXPECT_EQ(asked(port, "/health/live").body, "live\n");
        EXPECT_EQ(asked(port, "/health/ready").body, "ready\n");
    }
}

TEST_F(PrivateListener, H5_every_answer_of_either_has_the_headers_of_every_answer) {
    Program portal{installation.configuration(), {"serve"}};
    ASSERT_TRUE(portal.is_ready()) << portal.said();
    auto const strict = [](Client::Answer const& answer) {
        return answer.has(
                   "\r\nStrict-Transport-Security: max-age=31536000; includeSubDomains\r\n") &&
               answer.has("\r\nCross-Origin-Resource-Policy: same-origin\r\n");
    };
    for (auto const port : {portal.port(), portal.private_port()})
        for (auto const* path : {"/", "/metrics", "/health/live", "/health/ready", "/static/none",
                                 "/favicon.ico", "no path"})
            EXPECT_TRUE(strict(asked(port, path))) << port << ' ' << path;
}

TEST_F(PrivateListener, says_clearly_that_another_portal_has_its_port) {
    Program first{installation.configuration(), {"serve"}};
    ASSERT_TRUE(first.is_ready()) << first.said();
    Installation const beside;
    beside.configure("\"127.0.0.1:8080\"", "\"127.0.0.1:0\"");
    auto const taken = "127.0.0.1:" + std::to_string(first.private_port());
    beside.configure("127.0.0.1:9464", taken);
    Program second{beside.configuration(), {"serve"}};
    EXPECT_EQ(second.ended(), 1);
    EXPECT_TRUE(second.says("[server] private_listen: cannot listen on 127.0.0.1 port "))
        << second.said();
    EXPECT_TRUE(second.says("needs a port of its own")) << second.said();
    beside.configure(taken, "");
    Program without{beside.configuration(), {"serve"}};
    EXPECT_TRUE(without.is_ready()) << without.said();
    EXPECT_FALSE(without.said().contains("figures on")) << without.said();
}

TEST_F(PrivateListener, is_on_this_machine_alone_unless_somebody_says_otherwise) {
    installation.configure("private_listen = ", "# private_listen = ");
    auto const given = server::read_configuration(installation.configuration()).server;
    EXPECT_EQ(given.private_listen->address, "127.0.0.1");
    EXPECT_EQ(given.private_listen->port, 9464);
    EXPECT_NE(installation.checked().find("ok       private_listen: is for this machine alone"),
              std::string::npos);
    installation.configure("# private_listen = \"127.0.0.1", "private_listen = \"0.0.0.0");
    EXPECT_NE(installation.checked().find("warning  private_listen: 0.0.0.0 may be reached"),
              std::string::npos)
        << installation.checked();
    installation.configure("0.0.0.0:", "");
    EXPECT_NE(installation.checked().find("[server] private_listen: must be ADDRESS:PORT"),
              std::string::npos)
        << installation.checked();
}

} // namespace
