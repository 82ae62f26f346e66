#include "support/crowd.h"

/// security.md H4, H5, L12: forms from elsewhere, the headers, and what a GET may do.
namespace {

using attack::filled;
using attack::Visitor;
using http::Method;

class Forms : public attack::Crowd {
protected:
    /// The same of a form that brings a file along.
    static void expect_no_parts_taken(Visitor& visitor, std::string const& path,
                                      std::vector<std::string> const& tokens) {
        for (auto const& token : tokens)
            EXPECT_EQ(visitor.send(attack::in_parts(path, token)).status, 409) << path << token;
        EXPECT_EQ(visitor.send(attack::post(path, "token=" + visitor.token())).status, 400);
        EXPECT_TRUE(visitor.signed_in()) << path;
    }
};

TEST_F(Forms, H4_no_form_is_taken_without_the_sessions_own_token) {
    Visitor other{portal};
    auto const anothers = other.as(foreign).token();
    for (auto& [name, visitor] : everybody())
        at_every_route([&](web::Route const& route) {
            if (name == "stranger" || route.method != Method::post || !route.takes_token)
                return;
            auto const path = filled(route.path, {"sanne", "1"});
            auto const token = visitor.token();
            if (!route.file.empty())
                return expect_no_parts_taken(visitor, path, {"", anothers, token + "x"});
            for (auto const& body :
                 {std::string{}, std::string{"token="}, "token=" + anothers,
                  "token=" + token + "&token=" + token, "Token=" + token, "token=" + token + "x",
                  "token=" + foundation::upper_ascii(token)})
                EXPECT_EQ(visitor.send(attack::post(path, body)).status, 409)
                    << name << ' ' << path << ' ' << body;
            EXPECT_TRUE(visitor.signed_in()) << path;
        });
    Visitor control{portal};
    control.as(portal.sanne);
    EXPECT_EQ(control.post("/uitloggen").status, 303);
    EXPECT_FALSE(control.signed_in());
}

TEST_F(Forms, H4_no_form_is_taken_from_another_site) {
    for (auto& [name, visitor] : everybody())
        at_every_route([&](web::Route const& route) {
            if (route.method != Method::post || !route.takes_token)
                return;
            for (std::string const site : {"cross-site", "same-site", "Same-Origin", ""}) {
                auto request =
                    attack::post(filled(route.path, {"sanne", "1"}), "token=" + visitor.token());
                request.headers.emplace_back("sec-fetch-site", site);
                EXPECT_EQ(visitor.send(request).status, 400) << name << route.path << site;
            }
        });
    Visitor control{portal};
    control.as(portal.sanne);
    auto request = attack::post("/uitloggen", "token=" + control.token());
    request.headers.emplace_back("sec-fetch-site", "same-origin");
    EXPECT_EQ(control.send(request).status, 303);
}

TEST_F(Forms, L12_no_GET_changes_anything) {
    auto const kept = [&] {
        return portal.world.archive->look([&](portal::Records& records) {
            std::string all;
            for (auto const& id : {portal.sanne.id, administrator.id, foreign.id, waiting.id}) {
                auto const account = records.account(id).value();
                all += id.text() + std::to_string(account.version) +
                       std::to_string(records.grants_of(id).size()) + ' ';
            }
            return all;
        });
    };
    auto const before = kept();
    for (auto& [name, visitor] : everybody())
        at_every_route([&](web::Route const& route) {
            visitor.get(filled(route.path, {"sanne", grant.text()}));
        });
    EXPECT_EQ(kept(), before);
    EXPECT_TRUE(portal.world.mails().empty());
}

TEST_F(Forms, H5_the_headers_are_strict_on_every_route_for_every_visitor) {
    for (auto& [name, visitor] : everybody())
        at_every_route([&](web::Route const& route) {
            if (route.path == "/uitloggen" || route.path == "/mijn-gegevens/sessies/beeindigen")
                return;
            auto const response = sent(visitor, route, filled(route.path, {"sanne", "1"}));
            auto const where = name + ' ' + std::string{route.path};
            EXPECT_LT(response.status, 500) << where;
            auto const policy = attack::header(response, "Content-Security-Policy");
            EXPECT_NE(policy.find("default-src 'none'"), std::string::npos) << where;
            EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos) << where;
            EXPECT_NE(policy.find("base-uri 'none'"), std::string::npos) << where;
            EXPECT_NE(policy.find("form-action 'self'"), std::string::npos) << where;
            for (auto const* lax : {"unsafe", "*", "http:", "blob:"})
                EXPECT_EQ(policy.find(lax), std::string::npos) << where << policy;
            EXPECT_EQ(attack::header(response, "X-Content-Type-Options"), "nosniff") << where;
            EXPECT_EQ(attack::header(response, "Referrer-Policy"), "no-referrer") << where;
            EXPECT_EQ(attack::header(response, "Cross-Origin-Opener-Policy"), "same-origin");
            EXPECT_EQ(attack::header(response, "Cross-Origin-Resource-Policy"), "same-origin");
            bool const is_public = route.path == "/saml/metadata"; // the same for everybody
            EXPECT_EQ(attack::header(response, "Cache-Control"),
                      is_public ? "no-cache" : "no-store")
                << where;
            EXPECT_NE(attack::header(response, "Strict-Transport-Security"), "") << where;
            EXPECT_NE(attack::header(response, "Permissions-Policy"), "") << where;
            auto const body = foundation::lower_ascii(response.body);
            for (auto const* inline_code :
                 {"<style", "style=\"", "onclick=", "onload=", "<script>"})
                EXPECT_EQ(body.find(inline_code), std::string::npos) << where << inline_code;
        });
}

} // namespace
