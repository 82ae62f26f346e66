#include "http/response.h"

#include <gtest/gtest.h>

using http::Location;

TEST(Location, H2_a_path_of_our_own_stays_on_our_own_host) {
    for (auto const* path : {"/", "/beheer", "/beheer?pagina=2&zoek=a%20b", "/a#kop", "/a//b"})
        EXPECT_EQ(path, Location::own(path)->text());
    for (auto const* path : {"", "beheer", "//boos.example", "/\\boos.example", "\\\\boos.example",
                             "https://boos.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=1",
                             "/a\tb", " /a", "/a b", "/\xc3\xa9"})
        EXPECT_FALSE(Location::own(path)) << path;
}

TEST(Location, H2_elsewhere_is_a_web_address_with_a_host_and_nothing_before_it) {
    EXPECT_EQ("https://hm.example/sso?x=1",
              Location::elsewhere("https://hm.example/sso?x=1")->text());
    EXPECT_TRUE(Location::elsewhere("http://localhost:8081"));
    for (auto const* address : {"", "/a", "//hm.example", "ftp://hm.example", "javascript:alert(1)",
                                "https://", "https:///a", "https://u@hm.example",
                                "https://hm.example\r\nX: y", "https:\\\\hm.example"})
        EXPECT_FALSE(Location::elsewhere(address)) << address;
}

TEST(Response, see_other_is_a_303_to_that_place_without_a_body) {
    auto const response = http::see_other(*Location::own("/beheer"));
    EXPECT_EQ(303, response.status);
    EXPECT_EQ("/beheer", response.headers.at(0).second);
    EXPECT_TRUE(response.body.empty() && response.content_type.empty());
}

TEST(Response, who_has_the_entity_gets_a_304_that_names_it) {
    http::Request request;
    EXPECT_FALSE(http::already_has(request, "\"v1\""));
    request.headers = {{"if-none-match", "\"v0\", W/\"v1\""}};
    EXPECT_TRUE(http::already_has(request, "\"v1\""));
    EXPECT_FALSE(http::already_has(request, "\"v2\""));
    EXPECT_EQ(304, http::not_modified("\"v1\"").status);
}
