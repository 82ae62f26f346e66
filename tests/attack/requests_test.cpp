#include "support/stronghold.h"

#include "foundation/text.h"
#include "web/router.h"
#include "web/visitor.h"

#include <gtest/gtest.h>

/// security.md H1 to H3: crooked requests, ways back to elsewhere, sessions that were planted.
namespace {

using attack::Stronghold;
using attack::Visitor;

std::string filled(std::string_view pattern) {
    std::string path{pattern};
    for (auto at = path.find("{}"); at != std::string::npos; at = path.find("{}"))
        path.replace(at, 2, "abc");
    return path;
}

class Requests : public testing::Test {
protected:
    Stronghold portal;
    Visitor browser{portal};

    template<class Check>
    void at_every_route(Check check) {
        for (auto const room : web::rooms())
            for (auto const& route : room)
                check(route, filled(route.path));
    }
};

TEST_F(Requests, H1_another_method_is_405_everywhere) {
    at_every_route([&](web::Route const&, std::string const& path) {
        auto request = attack::get(path);
        request.method = http::Method::other;
        auto const response = browser.send(request);
        EXPECT_EQ(response.status, 405) << path;
        EXPECT_NE(attack::header(response, "Allow"), "") << path;
    });
}

/// Where a message of another system comes in it is the message that is refused, with a code.
TEST_F(Requests, H1_what_cannot_be_read_is_400_at_every_form) {
    std::string flood = "a=1";
    for (int i = 0; i < 200; ++i)
        flood += "&a=1";
    browser.as(portal.sanne);
    at_every_route([&](web::Route const& route, std::string const& path) {
        if (route.method != http::Method::post)
            return;
        auto const expect_refused = [&](http::Request const& request) {
            auto const response = browser.send(request);
            if (route.message.empty())
                EXPECT_EQ(response.status, 400) << path;
            else // 404: there is no door for staff here
                EXPECT_TRUE(attack::refused(response) || response.status == 404) << path;
        };
        for (std::string const type :
             {"application/json", "text/plain", "multipart/form-data", ""}) {
            auto request = attack::post(path, "{\"token\":\"x\"}");
            request.headers = {{"content-type", type}};
            expect_refused(request);
        }
        for (auto const& body : {flood, std::string{"a=%"}, std::string{"a=%zz"},
                                 std::string{"a=%00"}, std::string{"a=%ff"}, std::string{"=1"},
                                 "a=" + std::string(20'001, 'x'), std::string(101, 'n') + "=1"})
            expect_refused(attack::post(path, body));
    });
}

TEST_F(Requests, H1_what_cannot_be_read_behind_an_address_is_400) {
    std::string flood = "a=1";
    for (int i = 0; i < 200; ++i)
        flood += "&a=1";
    at_every_route([&](web::Route const& route, std::string const& path) {
        if (route.method != http::Method::get)
            return;
        for (auto const& query : {flood, std::string{"a=%"}, std::string{"a=%00"}})
            EXPECT_EQ(browser.get(path + '?' + query).status, 400) << path;
    });
}

TEST_F(Requests, H1_junk_in_fields_is_no_fault_of_ours) {
    Visitor administrator{portal};
    auto const anna = portal.world.add_account("anna", portal.school, [&](auto& account) {
        account.administrator_roles = {"beheerder-vo"};
        account.link = portal::Link{.identity = {.pseudonym = std::string(64, 'a'),
                                                 .kvk = portal.school.kvk_numbers.front()},
                                    .linked_at = portal.world.now};
    });
    administrator.as(anna);
    std::vector<std::string> const junk{"",
                                        "\xf0\x9f\x98\x80",
                                        "<script>",
                                        "' OR 1=1 --",
                                        "%s%n",
                                        "../../etc/passwd",
                                        "-1",
                                        "99999999999999999999",
                                        "\r\nX: 1",
                                        foundation::base64(std::string(300, '\xfe')),
                                        std::string(20'000, 'A')};
    RecordProperty("cases", static_cast<int>(junk.size()));
    at_every_route([&](web::Route const& route, std::string const& path) {
        if (route.path == "/uitloggen" || route.path == "/mijn-gegevens/sessies/beeindigen")
            return;
        for (auto const& value : junk) {
            attack::Fields const fields{
                {"gebruikersnaam", value}, {"activatiecode", value}, {"account", value},
                {"reden", value},          {"datum", value},         {"van", value},
                {"versie", value},         {"intrekcode", value},    {"taal", value},
                {"pagina", value},         {"zoek", value},          {"SAMLart", value},
                {"RelayState", value}};
            auto const response = route.method == http::Method::post
                                      ? administrator.post(path, fields)
                                      : administrator.get(path + '?' + attack::encoded(fields));
            EXPECT_LT(response.status, 500) << path << ' ' << value.substr(0, 30);
            auto const away = attack::header(response, "Location");
            EXPECT_TRUE(away.empty() || (away.starts_with('/') && !away.starts_with("//"))) << away;
        }
    });
}

TEST_F(Requests, H1_a_flood_of_fields_at_the_door_is_refused) {
    std::string flood = "a=1";
    for (int i = 0; i < 100'000; ++i)
        flood += "&a=1";
    EXPECT_TRUE(attack::refused(browser.send(attack::post("/saml/acs", flood))));
    EXPECT_EQ(browser.get("/saml/acs?" + flood).status, 400);
    auto packed = attack::post("/saml/acs", "\x1f\x8b\x08" + std::string(500'000, '\0'));
    packed.headers.emplace_back("content-encoding", "gzip");
    EXPECT_TRUE(attack::refused(browser.send(packed))) << "nothing is unpacked";
    EXPECT_EQ(portal.resolves(), 0);
}

TEST_F(Requests, H1_doubled_parameters_at_the_door_are_refused_without_a_call) {
    auto const trip = browser.depart();
    auto const artifact = portal.hold({.login = portal.login_for(trip.request_id), .said = ""});
    auto const art = attack::encoded({{"SAMLart", artifact}});
    auto const relay = attack::encoded({{"RelayState", trip.relay}});
    for (auto const& query : {art + '&' + art + '&' + relay, art + '&' + relay + '&' + relay,
                              art + "&SAMLart=&" + relay, relay, art})
        EXPECT_TRUE(attack::refused(browser.get("/saml/acs?" + query))) << query;
    EXPECT_EQ(portal.resolves(), 0);
}

std::vector<std::string> elsewhere() {
    return {"https://evil.example/",
            "//evil.example/",
            "/\\evil.example/",
            "\\\\evil.example",
            "https:evil.example",
            "javascript:alert(1)",
            "https://mijnduo.example@evil.example/",
            "/x\r\nLocation: https://evil.example/",
            "/x\nSet-Cookie: a=b",
            "/\t/evil.example/",
            "\t//evil.example/",
            " //evil.example/",
            "<script>alert(1)</script>",
            "/ evil",
            "/\x7f",
            "data:text/html,x",
            "/" + std::string(15'000, 'a') + "\\",
            "evil.example",
            "/%"};
}

TEST_F(Requests, H2_the_way_back_leads_nowhere_else) {
    for (auto const& wanted : elsewhere()) {
        auto const trip = browser.depart("?opnieuw=1&" + attack::encoded({{"terug", wanted}}));
        auto const response = browser.come_back(
            trip, portal.hold({.login = portal.login_for(trip.request_id), .said = ""}));
        auto const location = attack::header(response, "Location");
        EXPECT_EQ(response.status, 303) << wanted;
        EXPECT_TRUE(location == "/overzicht" || location == "/%") << location;
    }
    auto const trip = browser.depart("?opnieuw=1&terug=/mijn-gegevens");
    auto const response = browser.come_back(
        trip, portal.hold({.login = portal.login_for(trip.request_id), .said = ""}));
    EXPECT_EQ(attack::header(response, "Location"), "/mijn-gegevens");
}

TEST_F(Requests, H2_the_language_switch_leads_nowhere_else) {
    for (auto const& wanted : elsewhere()) {
        auto const response = browser.post("/taal", {{"taal", "en"}, {"terug", wanted}});
        auto const location = attack::header(response, "Location");
        EXPECT_TRUE(location == "/" || location == "/%") << location;
    }
    EXPECT_EQ(
        attack::header(browser.post("/taal", {{"taal", "en"}, {"terug", "/contact"}}), "Location"),
        "/contact");
}

TEST_F(Requests, H2_RelayState_is_a_handle_and_nothing_else) {
    auto const trip = browser.depart("?terug=/mijn-gegevens");
    EXPECT_LE(trip.relay.size(), 80U);
    EXPECT_TRUE(foundation::unhex(trip.relay).has_value());
    auto hostile = elsewhere();
    hostile.push_back(std::string(100'000, 'a'));
    hostile.push_back(trip.relay + "/");
    for (auto const& relay : hostile) {
        auto const own = browser.depart();
        auto const response =
            browser.come_back({.request_id = own.request_id, .relay = relay},
                              portal.hold({.login = portal.login_for(own.request_id), .said = ""}));
        EXPECT_TRUE(response.status == 400 || attack::refused(response)) << response.status;
        EXPECT_EQ(attack::header(response, "Location"), "");
        EXPECT_EQ(response.body.find("<script>alert(1)"), std::string::npos);
    }
    EXPECT_EQ(portal.resolves(), 0);
}

TEST_F(Requests, H3_a_planted_session_is_not_taken_over) {
    std::string const planted(40, 'a');
    browser.plant(std::string{web::session_cookie}, planted);
    ASSERT_EQ(browser.sign_in().status, 303);
    EXPECT_NE(browser.session(), planted);
    Visitor thief{portal};
    thief.plant(std::string{web::session_cookie}, planted);
    EXPECT_FALSE(thief.signed_in());
    thief.plant(std::string{web::session_cookie}, browser.session());
    EXPECT_TRUE(thief.signed_in()) << "the control: the cookie is what opens";
}

TEST_F(Requests, H3_each_sign_in_has_an_own_session_and_ends_the_one_before) {
    ASSERT_EQ(browser.sign_in().status, 303);
    Visitor thief = browser;
    ASSERT_EQ(browser.sign_in().status, 303);
    EXPECT_NE(browser.session(), thief.session());
    EXPECT_FALSE(thief.signed_in());
    EXPECT_TRUE(browser.signed_in());
    EXPECT_EQ(portal.sessions_of(portal.sanne), 1U);
}

TEST_F(Requests, H3_nothing_opens_after_signing_out) {
    ASSERT_EQ(browser.sign_in().status, 303);
    Visitor thief = browser;
    ASSERT_TRUE(thief.signed_in());
    EXPECT_EQ(browser.post("/uitloggen").status, 303);
    EXPECT_FALSE(thief.signed_in());
    EXPECT_EQ(thief.get("/overzicht").status, 401);
    EXPECT_EQ(portal.sessions_of(portal.sanne), 0U);
}

TEST_F(Requests, H3_somebody_without_account_signs_out_too) {
    ASSERT_EQ(
        attack::header(browser.sign_in([](auto& login) { login.pseudonym[0] = 'B'; }), "Location"),
        "/koppelen");
    Visitor thief = browser;
    ASSERT_TRUE(thief.signed_in());
    EXPECT_EQ(browser.post("/uitloggen").status, 303);
    EXPECT_FALSE(thief.signed_in());
}

TEST_F(Requests, H3_choosing_an_account_gives_a_new_session) {
    auto const second = portal.world.add_organisation("twee", "12345678");
    auto const other = portal.world.add_account(
        "tweede", second, [&](auto& account) { account.link = portal.sanne.link; });
    auto const arrived = browser.sign_in();
    ASSERT_EQ(attack::header(arrived, "Location"), "/account-kiezen");
    Visitor thief = browser;
    EXPECT_EQ(browser.post("/account-kiezen", {{"account", "nobody"}}).status, 404);
    EXPECT_EQ(browser.post("/account-kiezen", {{"account", "tweede"}}).status, 303);
    EXPECT_NE(browser.session(), thief.session());
    EXPECT_FALSE(thief.signed_in());
    EXPECT_EQ(portal.sessions_of(other), 1U);
}

TEST_F(Requests, H3_the_cookie_is_out_of_reach_of_scripts_and_other_hosts) {
    auto const response = browser.sign_in();
    auto const cookie = attack::header(response, "Set-Cookie");
    EXPECT_TRUE(cookie.starts_with("__Host-mijnduo="));
    for (auto const* part : {"; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"})
        EXPECT_NE(cookie.find(part), std::string::npos) << cookie;
    EXPECT_EQ(cookie.find("Domain"), std::string::npos);
    EXPECT_GE(browser.session().size(), 32U);
}

TEST_F(Requests, H3_a_doubled_session_cookie_opens_nothing) {
    ASSERT_EQ(browser.sign_in().status, 303);
    auto const mine = std::string{web::session_cookie} + '=' + browser.session();
    auto request = attack::get("/overzicht");
    request.headers = {{"cookie", mine}};
    EXPECT_EQ(portal.handle(request).status, 200);
    request.headers = {{"cookie", mine + "; " + mine}};
    EXPECT_EQ(portal.handle(request).status, 401);
    request.headers = {{"cookie", mine}, {"cookie", mine}};
    EXPECT_EQ(portal.handle(request).status, 401);
}

} // namespace
