#include "mailbox/pages/pages.h"

#include "foundation/text.h"

#include <gtest/gtest.h>

namespace {

class Pages : public testing::Test {
protected:
    Pages() {
        add("eerste", "Subject: eerste\r\nFrom: a@b.nl\r\n\r\nUw <code> is 1234\r\n");
        add("tweede", "Subject: tweede\r\nContent-Type: multipart/mixed; boundary=g\r\n\r\n"
                      "--g\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>\r\n"
                      "--g\r\nContent-Type: text/html\r\n"
                      "Content-Disposition: attachment; filename=\"a\\b.html\"\r\n\r\n<b>x</b>\r\n"
                      "--g--\r\n");
    }
    void add(std::string name, std::string source) {
        tray_.add({.to = {name + "@school.nl"}, .source = std::move(source)});
    }
    http::Response get(std::string path) { return ask(http::Method::get, std::move(path)); }
    http::Response post(std::string path) { return ask(http::Method::post, std::move(path)); }
    http::Response ask(http::Method method, std::string path, std::string host = "localhost:8025") {
        http::Request request;
        request.method = method;
        request.path = std::move(path);
        request.host = std::move(host);
        return mailbox::answer(tray_, request);
    }
    static std::string header(http::Response const& response, std::string_view name) {
        std::string found;
        for (auto const& [key, value] : response.headers)
            if (key == name)
                found += value;
        return found;
    }

    mailbox::Tray tray_;
};

} // namespace

TEST_F(Pages, the_list_shows_the_newest_mail_first_and_says_what_it_is) {
    auto const page = get("/").body;
    EXPECT_LT(page.find("tweede"), page.find("eerste"));
    EXPECT_TRUE(page.contains("tweede@school.nl"));
    EXPECT_TRUE(page.contains("Developer&#39;s tool") || page.contains("Developer's tool"));
}

TEST_F(Pages, a_mail_is_shown_with_its_text_escaped) {
    auto const page = get("/mails/1").body;
    EXPECT_TRUE(page.contains("Uw &lt;code&gt; is 1234"));
    EXPECT_TRUE(page.contains("/mails/1/source"));
    EXPECT_FALSE(page.contains("/mails/1/html"));
}

TEST_F(Pages, the_HTML_part_has_an_address_of_its_own_where_it_can_do_nothing) {
    EXPECT_FALSE(get("/mails/2").body.contains("<script>alert"));
    auto const response = get("/mails/2/html");
    EXPECT_EQ("<script>alert(1)</script>", response.body);
    auto const policy = header(response, "Content-Security-Policy");
    EXPECT_TRUE(policy.starts_with("sandbox"));
    EXPECT_TRUE(policy.contains("default-src 'none'"));
    EXPECT_FALSE(policy.contains("allow-scripts") || policy.contains("allow-same-origin"));
}

TEST_F(Pages, an_attachment_is_downloaded_and_never_shown) {
    auto const response = get("/mails/2/attachments/1");
    EXPECT_EQ("<b>x</b>", response.body);
    EXPECT_EQ("application/octet-stream", response.content_type);
    EXPECT_EQ("attachment; filename=\"a_b.html\"", header(response, "Content-Disposition"));
    EXPECT_EQ("nosniff", header(response, "X-Content-Type-Options"));
}

TEST_F(Pages, the_source_is_plain_text) {
    auto const response = get("/mails/2/source");
    EXPECT_EQ("text/plain; charset=utf-8", response.content_type);
    EXPECT_TRUE(response.body.starts_with("Subject: tweede\r\n"));
}

TEST_F(Pages, browser_tests_read_JSON) {
    auto const list = get("/api/mails");
    EXPECT_EQ("application/json", list.content_type);
    EXPECT_LT(list.body.find("\"number\": 2"), list.body.find("\"number\": 1"));
    auto const mail = get("/api/mails/1").body;
    EXPECT_TRUE(mail.contains(R"("text": "Uw <code> is 1234\r\n")"));
    EXPECT_TRUE(mail.contains(R"("eerste@school.nl")"));
    EXPECT_TRUE(get("/api/mails/2").body.contains(R"("href": "/mails/2/attachments/1")"));
}

TEST_F(Pages, a_mail_that_is_no_text_still_makes_JSON) {
    add("derde", "Subject: \xff\r\n\r\n\xfe\r\n");
    EXPECT_TRUE(foundation::is_utf8(get("/api/mails/3").body));
    EXPECT_TRUE(foundation::is_utf8(get("/").body));
}

TEST_F(Pages, clearing_empties_the_mailbox_and_numbers_go_on) {
    EXPECT_EQ(204, post("/api/clear").status);
    EXPECT_EQ("[]\n", get("/api/mails").body);
    add("derde", "Subject: derde\r\n\r\n");
    EXPECT_EQ(200, get("/mails/3").status);
    EXPECT_EQ(303, post("/clear").status);
    EXPECT_EQ(404, get("/mails/3").status);
    EXPECT_EQ(405, ask(http::Method::other, "/").status);
}

TEST_F(Pages, what_is_not_there_is_a_404) {
    for (auto const* path : {"/x", "/mails/", "/mails/9", "/mails/1x", "/mails/-1", "/mails/1/html",
                             "/mails/2/attachments/0", "/mails/2/attachments/2", "/mails/2/x/y",
                             "/api/mails/9", "/api/mails/", "/api/mails/1/2", "/api/clear"})
        EXPECT_EQ(404, get(path).status) << path;
}

TEST_F(Pages, only_a_browser_that_names_this_machine_may_look) {
    for (auto const* host : {"localhost", "127.0.0.1:8025", "[::1]:8025"})
        EXPECT_EQ(200, ask(http::Method::get, "/", host).status) << host;
    for (auto const* host :
         {"boos.example", "localhost.boos.example:8025", "127.0.0.1.boos.example"})
        EXPECT_EQ(400, ask(http::Method::get, "/api/mails", host).status) << host;
}

TEST(Tray, keeps_the_newest_thousand) {
    mailbox::Tray tray;
    for (int i = 0; i < 1001; ++i)
        tray.add({});
    EXPECT_EQ(1000u, tray.newest_first().size());
    EXPECT_FALSE(tray.find(1));
    EXPECT_TRUE(tray.find(1001));
}
