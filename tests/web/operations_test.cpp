#include "support/world.h"
#include "web/operations/operations.h"

#include <algorithm>
#include <gtest/gtest.h>

/// The pages for the operator's machines, on both listeners.
namespace {

class Operations : public testing::Test {
protected:
    world::World world;
    world::Browser browser{world};

    http::Response privately(http::Method method, std::string path) {
        http::Request request;
        request.method = method;
        request.path = std::move(path);
        return web::operations::answer_privately(world.site, request);
    }
};

TEST_F(Operations, V13_4_5_visitors_find_no_figures_but_the_page_of_what_is_not_there) {
    EXPECT_EQ(browser.get("/metrics").status, 404);
    EXPECT_FALSE(browser.shows("mijnduo_"));
    EXPECT_TRUE(browser.shows("</html>"));
    EXPECT_EQ(browser.ask_privately("/metrics").status, 200);
    EXPECT_TRUE(browser.shows("mijnduo_responses_total"));
}

TEST_F(Operations, health_is_one_word_on_both_listeners) {
    for (auto const& [path, word] :
         {std::pair{"/health/live", "live\n"}, std::pair{"/health/ready", "ready\n"}}) {
        EXPECT_EQ(browser.get(path).body, word);
        EXPECT_EQ(browser.ask_privately(path).body, word);
    }
}

TEST_F(Operations, V13_4_5_the_private_listener_knows_no_page_of_visitors) {
    for (auto const* path : {"/", "/overzicht", "/saml/login", "/metrics/", "/health"})
        EXPECT_EQ(privately(http::Method::get, path).status, 404) << path;
    for (auto const* path : {"/metrics", "/health/live"}) {
        EXPECT_EQ(privately(http::Method::post, path).status, 405) << path;
        EXPECT_EQ(privately(http::Method::head, path).status, 200) << path;
    }
}

TEST_F(Operations, H5_the_private_listener_is_as_strict_as_the_pages) {
    for (auto const* path : {"/metrics", "/onbekend"}) {
        auto const response = privately(http::Method::get, path);
        for (auto const* name : {"Content-Security-Policy", "X-Content-Type-Options",
                                 "Cross-Origin-Resource-Policy", "Cache-Control"})
            EXPECT_EQ(std::ranges::count(response.headers, name,
                                         [](auto const& header) { return header.first; }),
                      1)
                << path << name;
    }
}

} // namespace
