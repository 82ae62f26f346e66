#include "http/cookie.h"

#include <gtest/gtest.h>

using http::Cookies;
using http::SameSite;
using http::SetCookie;

TEST(Cookie, the_pairs_of_the_header_are_read) {
    auto const cookies = Cookies::parse("__Host-sessie=abc; taal=nl;thema=\"licht\"");
    EXPECT_EQ("abc", cookies.one("__Host-sessie"));
    EXPECT_EQ("nl", cookies.one("taal"));
    EXPECT_EQ("licht", cookies.one("thema"));
    EXPECT_FALSE(cookies.one("Taal")) << "names are compared exactly";
}

TEST(Cookie, H3_a_doubled_cookie_is_no_cookie) {
    auto const cookies = Cookies::parse("__Host-sessie=a; __Host-sessie=b");
    EXPECT_FALSE(cookies.one("__Host-sessie"));
    EXPECT_FALSE(Cookies::parse("s=a; s=a").one("s"));
}

TEST(Cookie, H3_a_nameless_cookie_cannot_pose_as_one_with_a_name) {
    EXPECT_FALSE(Cookies::parse("=__Host-sessie=boos").one("__Host-sessie"));
    EXPECT_FALSE(Cookies::parse("; =x").one(""));
}

TEST(Cookie, a_pair_that_is_not_written_by_the_rules_is_left_out_and_the_others_stay) {
    for (auto const* broken :
         {"a b=1", "a=1,2", "a=\"1", "a=1\\2", "a=\x01", "a=\xc3\xa9", "a", "{a}=1"}) {
        auto const cookies = Cookies::parse(std::string{broken} + "; goed=1");
        EXPECT_FALSE(cookies.one("a")) << broken;
        EXPECT_EQ("1", cookies.one("goed")) << broken;
    }
}

TEST(Cookie, two_headers_with_cookies_give_none) {
    http::Request request;
    request.headers = {{"cookie", "a=1"}};
    EXPECT_EQ("1", http::cookies_of(request).one("a"));
    request.headers.emplace_back("cookie", "b=2");
    EXPECT_FALSE(http::cookies_of(request).one("a"));
    EXPECT_FALSE(http::cookies_of(http::Request{}).one("a"));
}

TEST(Cookie, H3_a_cookie_of_ours_is_for_this_host_and_out_of_reach_of_scripts) {
    auto const [name, value] = http::header_of({.name = "__Host-sessie",
                                                .value = "abc",
                                                .secure = true,
                                                .same_site = SameSite::lax,
                                                .max_age = std::nullopt});
    EXPECT_EQ("Set-Cookie", name);
    EXPECT_EQ("__Host-sessie=abc; Path=/; HttpOnly; SameSite=Lax; Secure", value);
    EXPECT_EQ("t=nl; Path=/; HttpOnly; SameSite=Strict; Max-Age=3600",
              http::header_of({.name = "t",
                               .value = "nl",
                               .secure = false,
                               .same_site = SameSite::strict,
                               .max_age = std::chrono::hours{1}})
                  .second);
}

TEST(Cookie, a_forgotten_cookie_is_empty_and_over) {
    SetCookie const cookie{.name = "__Host-aanmelding",
                           .value = "x",
                           .secure = true,
                           .same_site = SameSite::none,
                           .max_age = std::nullopt};
    EXPECT_EQ("__Host-aanmelding=; Path=/; HttpOnly; SameSite=None; Secure; Max-Age=0",
              http::header_of(http::forgotten(cookie)).second);
}

TEST(CookieDeathTest, a_cookie_that_browsers_refuse_is_a_bug) {
    auto const write = [](std::string name, std::string value, bool secure, SameSite same_site) {
        return http::header_of({.name = std::move(name),
                                .value = std::move(value),
                                .secure = secure,
                                .same_site = same_site,
                                .max_age = std::nullopt});
    };
    EXPECT_DEATH(write("__Host-a", "1", false, SameSite::lax), "prefix is Secure");
    EXPECT_DEATH(write("a", "1", false, SameSite::none), "demands Secure");
    EXPECT_DEATH(write("a", "1; Domain=duo.nl", true, SameSite::lax), "no separators");
    EXPECT_DEATH(write("a", "1\r\nX: y", true, SameSite::lax), "no separators");
    EXPECT_DEATH(write("a=b", "1", true, SameSite::lax), "token");
}
