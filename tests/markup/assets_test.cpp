#include "markup/assets.h"
#include "markup/content_security_policy.h"
#include "markup/icon.h"

#include <gtest/gtest.h>

namespace {

http::Request asking(std::string path, std::string accept_encoding = "") {
    http::Request request;
    request.path = std::move(path);
    if (!accept_encoding.empty())
        request.headers.emplace_back("accept-encoding", std::move(accept_encoding));
    return request;
}

std::optional<std::string> header(http::Response const& response, std::string_view name) {
    for (auto const& [key, value] : response.headers)
        if (key == name)
            return value;
    return std::nullopt;
}

TEST(Assets, are_kept_for_good_under_a_name_with_their_digest) {
    auto const stylesheet = markup::asset(asking(markup::stylesheet_url().text()));
    ASSERT_TRUE(stylesheet);
    EXPECT_EQ(stylesheet->content_type, "text/css; charset=utf-8");
    EXPECT_EQ(header(*stylesheet, "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_NE(stylesheet->embedded.find("@supports not (color: light-dark(#fff, #000))"),
              std::string_view::npos);
    EXPECT_FALSE(header(*stylesheet, "Content-Encoding"));
    EXPECT_EQ(header(*stylesheet, "Vary"), "Accept-Encoding");
}

TEST(Assets, are_zipped_only_for_a_browser_that_takes_it) {
    auto const path = markup::stylesheet_url().text();
    auto const is_zipped = [&](std::string accepted) {
        auto const response = markup::asset(asking(path, std::move(accepted)));
        bool const by_header = header(*response, "Content-Encoding") == "gzip";
        EXPECT_EQ(by_header, response->embedded.starts_with("\x1f\x8b"));
        return by_header;
    };
    EXPECT_TRUE(is_zipped("gzip"));
    EXPECT_TRUE(is_zipped("br, gzip;q=0.8"));
    EXPECT_FALSE(is_zipped("br"));
    EXPECT_FALSE(is_zipped("gzip;q=0"));
    EXPECT_FALSE(is_zipped("gzip; q=0.000"));
    EXPECT_FALSE(is_zipped("xgzip"));
}

TEST(Assets, nothing_else_can_be_asked_for) {
    for (auto const* path : {"/static/", "/static/app.css", "/static/../assets.cpp", "/", ""})
        EXPECT_FALSE(markup::asset(asking(path))) << path;
}

TEST(Assets, fonts_named_in_the_stylesheet_are_there) {
    auto const css = markup::asset(asking(markup::stylesheet_url().text()))->embedded;
    int fonts = 0;
    for (auto at = css.find("url('/static/"); at != css.npos; at = css.find("url('/static/", at)) {
        at += 5;
        auto const path = std::string{css.substr(at, css.find('\'', at) - at)};
        EXPECT_TRUE(markup::asset(asking(path))) << path;
        ++fonts;
    }
    EXPECT_EQ(fonts, 2);
    EXPECT_TRUE(markup::asset(asking(markup::font_url().text())));
    EXPECT_TRUE(markup::asset(asking(markup::script_url().text())));
    EXPECT_TRUE(markup::asset(asking(markup::licences_url().text())));
}

TEST(Icons, every_name_has_its_drawing_and_every_drawing_its_name) {
    auto const sprite = markup::asset(asking(std::string{markup::embedded_paths.icons}))->embedded;
    std::size_t drawings = 0;
    for (auto at = sprite.find("<symbol "); at != sprite.npos; at = sprite.find("<symbol ", at + 1))
        ++drawings;
    EXPECT_EQ(drawings, markup::icon_names.size());
    for (auto const name : markup::icon_names)
        EXPECT_NE(sprite.find("<symbol id=\"" + std::string{name} + "\""), sprite.npos) << name;
    EXPECT_TRUE(markup::Icon::named("home"));
    EXPECT_FALSE(markup::Icon::named("home\"><script>"));
    EXPECT_TRUE(markup::icon(markup::Icon{}).empty());
}

TEST(ContentSecurityPolicy, allows_this_site_and_no_inline_script_or_style) {
    EXPECT_EQ(markup::content_security_policy(),
              "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
              "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
              "frame-ancestors 'none'");
    std::vector<std::string> const broker{"https://makelaar.example"};
    EXPECT_NE(markup::content_security_policy(broker).find(
                  "form-action 'self' https://makelaar.example; "),
              std::string::npos);
}

} // namespace
