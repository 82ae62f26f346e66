#include "markup/url.h"

#include "foundation/id.h"

#include <gtest/gtest.h>

namespace {

using markup::Url;

TEST(Url, parts_of_a_path_are_percent_encoded) {
    EXPECT_EQ(Url::path("/overzicht").text(), "/overzicht");
    EXPECT_EQ(Url::path("/beheer/{}/rollen/{}", "a/b?c#d", 7).text(),
              "/beheer/a%2Fb%3Fc%23d/rollen/7");
    struct Tag;
    EXPECT_EQ(Url::path("/x/{}", *foundation::Id<Tag>::parse("ab-1")).text(), "/x/ab-1");
}

TEST(Url, a_part_never_becomes_a_step_up_or_an_empty_segment) {
    EXPECT_EQ(Url::path("/x/{}/y", "..").text(), "/x/_../y");
    EXPECT_EQ(Url::path("/x/{}/y", ".").text(), "/x/_./y");
    EXPECT_EQ(Url::path("/{}/y", "").text(), "/_/y");
}

TEST(Url, a_query_is_built_before_the_fragment) {
    auto const url = Url::path("/logboek").at("rij 1").with("q", "a&b=c").with("pagina", 2);
    EXPECT_EQ(url.text(), "/logboek?q=a%26b%3Dc&pagina=2#rij%201");
}

TEST(Url, external_only_to_an_allowed_origin_over_https_or_to_this_machine) {
    std::vector<std::string> const allowed{"https://makelaar.example", "http://localhost:8081",
                                           "http://makelaar.example", "javascript://x"};
    auto const leads_out = [&](std::string_view address) {
        return Url::external(address, allowed).has_value();
    };
    EXPECT_TRUE(leads_out("https://makelaar.example/sso?a=b"));
    EXPECT_TRUE(leads_out("https://makelaar.example"));
    EXPECT_TRUE(leads_out("http://localhost:8081/sso"));
    EXPECT_FALSE(leads_out("http://makelaar.example/sso"));
    EXPECT_FALSE(leads_out("javascript://x/%0aalert(1)"));
    EXPECT_FALSE(leads_out("https://makelaar.example.evil.example/"));
    EXPECT_FALSE(leads_out("https://makelaar.example@evil.example/"));
    EXPECT_FALSE(leads_out("https://evil.example/https://makelaar.example"));
    EXPECT_FALSE(leads_out("https://makelaar.example\\@evil.example/"));
    EXPECT_FALSE(leads_out("https://makelaar.example:8443/"));
    EXPECT_FALSE(leads_out("HTTPS://makelaar.example/"));
    EXPECT_FALSE(leads_out("https://makelaar.example/a b"));
    EXPECT_FALSE(leads_out("/sso"));
    EXPECT_FALSE(leads_out(""));
}

TEST(Url, what_a_visitor_sent_back_stays_on_this_site) {
    EXPECT_TRUE(Url::same_site("/overzicht?a=b#c"));
    for (auto const* elsewhere :
         {"", "overzicht", "//evil.example", "/\\evil.example", "\\/evil", "https://evil.example",
          "javascript:alert(1)", "/a\tb", "/a\nb", "/a\"b", "/\t/evil.example", " /a"})
        EXPECT_FALSE(Url::same_site(elsewhere)) << elsewhere;
}

TEST(Url, mail_and_telephone) {
    EXPECT_EQ(Url::mail_to("a?b@c.example").text(), "mailto:a%3Fb@c.example");
    EXPECT_EQ(Url::telephone("+31 50 599 77 55").text(), "tel:+31505997755");
    EXPECT_EQ(Url::fragment("e mail").text(), "#e%20mail");
}

} // namespace
