#include "support/stronghold.h"

#include "foundation/text.h"

#include <gtest/gtest.h>

#include <thread>

/// security.md P1 to P3, P7, A1 to A3: the door, from the browser's side.
namespace {

using namespace std::chrono_literals;
using attack::Stronghold;
using attack::Visitor;

class Door : public testing::Test {
protected:
    Stronghold portal;
    Visitor browser{portal};

    std::string held_for(attack::Trip const& trip) {
        return portal.hold({.login = portal.login_for(trip.request_id), .said = ""});
    }
    testing::AssertionResult nobody_in(Visitor& who, http::Response const& response) {
        if (!attack::refused(response))
            return testing::AssertionFailure() << "answered " << response.status;
        if (who.signed_in() || portal.sessions_of(portal.sanne) != 0)
            return testing::AssertionFailure() << "somebody is in";
        return testing::AssertionSuccess();
    }
};

TEST_F(Door, a_login_as_it_should_be_is_let_in) {
    auto const response = browser.sign_in();
    EXPECT_EQ(response.status, 303) << portal.written();
    EXPECT_EQ(attack::header(response, "Location"), "/overzicht");
    EXPECT_EQ(browser.get("/overzicht").status, 200);
    EXPECT_EQ(portal.sessions_of(portal.sanne), 1U);
}

TEST_F(Door, P1_what_nobody_asked_for_is_refused_without_a_call) {
    auto const artifact = held_for({.request_id = "_nobody-asked", .relay = ""});
    EXPECT_TRUE(nobody_in(browser, browser.come_back({.request_id = "", .relay = ""}, artifact)));
    EXPECT_TRUE(nobody_in(
        browser, browser.come_back({.request_id = "", .relay = std::string(32, 'a')}, artifact)));
    EXPECT_EQ(portal.resolves(), 0);
}

TEST_F(Door, P1_an_answer_to_another_request_is_refused) {
    for (std::string const other : {"_unknown", ""})
        EXPECT_TRUE(
            nobody_in(browser, browser.sign_in([&](auto& login) { login.request_id = other; })));
    auto const first = browser.depart();
    auto const second = browser.depart();
    EXPECT_TRUE(nobody_in(browser, browser.come_back(second, held_for(first))));
    EXPECT_EQ(browser.come_back(first, held_for(first)).status, 303);
}

TEST_F(Door, P1_InResponseTo_that_differs_inside_is_refused) {
    auto const outside = [](hostile::Login& login) {
        login.edit_response =
            hostile::replacing("InResponseTo=\"" + login.request_id + "\"", "InResponseTo=\"_x\"");
    };
    auto const inside = [](hostile::Login& login) {
        login.edit_assertion =
            hostile::replacing("InResponseTo=\"" + login.request_id + "\"", "InResponseTo=\"_x\"");
    };
    EXPECT_TRUE(nobody_in(browser, browser.sign_in(outside)));
    EXPECT_TRUE(nobody_in(browser, browser.sign_in(inside)));
    EXPECT_EQ(browser.sign_in().status, 303);
}

TEST_F(Door, P1_a_departure_lasts_half_an_hour_and_not_a_second_longer) {
    struct {
        foundation::Duration age;
        bool let_in;
    } const rows[]{{30min - 1s, true}, {30min, false}, {30min + 1s, false}};
    for (auto const& row : rows) {
        Stronghold house;
        Visitor visitor{house};
        auto const trip = visitor.depart();
        house.world.now += row.age;
        auto const artifact = house.hold({.login = house.login_for(trip.request_id), .said = ""});
        auto const response = visitor.come_back(trip, artifact);
        EXPECT_EQ(response.status, row.let_in ? 303 : 403) << row.age / 1s;
        EXPECT_EQ(house.resolves(), row.let_in ? 1 : 0);
    }
}

TEST_F(Door, P2_another_browser_does_not_get_in_nor_one_without_cookie) {
    auto const trip = browser.depart();
    auto const artifact = held_for(trip);
    Visitor bare{portal};
    EXPECT_TRUE(nobody_in(bare, bare.come_back(trip, artifact)));
    Visitor other{portal};
    other.depart();
    auto const second = browser.depart();
    EXPECT_TRUE(nobody_in(other, other.come_back(second, held_for(second))));
    EXPECT_EQ(portal.resolves(), 0);
    auto const third = browser.depart();
    EXPECT_EQ(browser.come_back(third, held_for(third)).status, 303);
}

TEST_F(Door, P2_a_stranger_does_not_spoil_the_departure_of_another_browser) {
    auto const trip = browser.depart();
    Visitor other{portal};
    other.depart();
    EXPECT_EQ(other.come_back(trip, held_for(trip)).status, 403);
    EXPECT_EQ(browser.come_back(trip, held_for(trip)).status, 303);
}

TEST_F(Door, P3_the_same_artifact_again_is_refused_in_either_browser) {
    auto const trip = browser.depart();
    auto const artifact = held_for(trip);
    ASSERT_EQ(browser.come_back(trip, artifact).status, 303);
    EXPECT_EQ(browser.come_back(trip, artifact).status, 403);
    EXPECT_EQ(browser.come_back(browser.depart("?opnieuw=1"), artifact).status, 403);
    Visitor other{portal};
    EXPECT_EQ(other.come_back(other.depart(), artifact).status, 403);
    EXPECT_EQ(portal.resolves(), 1);
    EXPECT_EQ(portal.sessions_of(portal.sanne), 1U);
}

TEST_F(Door, A1_no_page_repeats_an_artifact_or_a_handle) {
    auto const trip = browser.depart();
    auto const artifact = held_for(trip);
    Visitor other{portal};
    auto const page = other.come_back(trip, artifact).body;
    EXPECT_EQ(page.find(foundation::url_encoded(artifact)), std::string::npos);
    EXPECT_EQ(page.find(trip.relay), std::string::npos);
}

TEST_F(Door, P3_a_second_response_to_one_request_is_refused) {
    auto const trip = browser.depart();
    ASSERT_EQ(browser.come_back(trip, held_for(trip)).status, 303);
    EXPECT_EQ(browser.come_back(trip, held_for(trip)).status, 403);
    EXPECT_EQ(portal.resolves(), 1);
}

TEST_F(Door, P3_an_assertion_counts_once_whatever_is_around_it) {
    std::string id;
    ASSERT_EQ(browser.sign_in([&](auto& login) { id = login.assertion_id; }).status, 303);
    Visitor other{portal};
    auto const again = other.sign_in([&](auto& login) { login.assertion_id = id; });
    EXPECT_TRUE(attack::refused(again));
    EXPECT_FALSE(other.signed_in());
    EXPECT_EQ(portal.sessions_of(portal.sanne), 1U);
}

TEST_F(Door, P3_of_eight_at_once_exactly_one_gets_a_session) {
    auto const trip = browser.depart();
    auto const artifact = held_for(trip);
    std::atomic<int> in = 0;
    std::atomic<int> out = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, copy = browser]() mutable {
                ++(copy.come_back(trip, artifact).status == 303 ? in : out);
            });
    }
    EXPECT_EQ(in, 1);
    EXPECT_EQ(out, 7);
    EXPECT_EQ(portal.resolves(), 1);
    EXPECT_EQ(portal.sessions_of(portal.sanne), 1U);
}

TEST_F(Door, P3_of_eight_requests_at_once_with_one_assertion_exactly_one_gets_a_session) {
    std::vector<std::pair<attack::Trip, std::string>> ways;
    for (int i = 0; i < 8; ++i) {
        auto const trip = browser.depart();
        auto login = portal.login_for(trip.request_id);
        login.assertion_id = "_the-same";
        ways.emplace_back(trip, portal.hold({.login = login, .said = ""}));
    }
    std::atomic<int> in = 0;
    {
        std::vector<std::jthread> threads;
        for (auto const& way : ways)
            threads.emplace_back([&, copy = browser]() mutable {
                in += copy.come_back(way.first, way.second).status == 303 ? 1 : 0;
            });
    }
    EXPECT_EQ(in, 1);
    EXPECT_EQ(portal.sessions_of(portal.sanne), 1U);
}

std::string status(std::string const& top, std::string const& second) {
    std::string const urn = "urn:oasis:names:tc:SAML:2.0:status:";
    auto const inner = second.empty()
                           ? ""
                           : "<samlp:StatusCode Value=\"" + urn + second + "\"></samlp:StatusCode>";
    return "<samlp:Status><samlp:StatusCode Value=\"" + urn + top + "\">" + inner +
           "</samlp:StatusCode></samlp:Status>";
}

TEST_F(Door, P7_a_failure_lets_nobody_in_whether_or_not_it_carries_an_assertion) {
    for (bool const carries : {true, false})
        for (auto const& text :
             {status("Responder", ""), status("Responder", "Success"), status("Requester", ""),
              status("VersionMismatch", ""), std::string{}}) {
            auto const response = browser.sign_in([&](hostile::Login& login) {
                login.status = text;
                login.with_assertion = carries;
            });
            EXPECT_NE(response.status, 303) << text << carries;
            EXPECT_FALSE(browser.signed_in()) << text << carries;
        }
    EXPECT_EQ(portal.sessions_of(portal.sanne), 0U);
    EXPECT_EQ(browser.sign_in().status, 303);
}

TEST_F(Door, P7_cancelling_gets_its_friendly_page_and_no_alarm) {
    auto const response = browser.sign_in([](hostile::Login& login) {
        login.status = status("Responder", "AuthnFailed");
        login.with_assertion = false;
    });
    EXPECT_EQ(response.status, 200);
    EXPECT_FALSE(browser.signed_in());
    EXPECT_EQ(portal.written().find("refused"), std::string::npos) << portal.written();
}

TEST_F(Door, A1_an_artifact_that_is_not_in_order_costs_no_call) {
    auto const good = hostile::artifact(std::string{world::broker_entity_id});
    auto const with_byte = [&](std::size_t place, char byte) {
        auto bytes = foundation::unbase64(good).value();
        bytes[place] = byte;
        return foundation::base64(bytes);
    };
    for (auto const& artifact :
         {hostile::artifact("urn:another"), with_byte(1, '\x03'), with_byte(0, '\x01'),
          hostile::artifact(std::string{world::broker_entity_id}, 7),
          hostile::artifact(std::string{world::broker_entity_id}, 65535), good.substr(0, 56),
          good + "AAAA", std::string{}, std::string(60, '*'), std::string(10'000, 'A')})
        EXPECT_TRUE(nobody_in(browser, browser.come_back(browser.depart(), artifact))) << artifact;
    EXPECT_EQ(portal.resolves(), 0);
    auto const trip = browser.depart();
    EXPECT_EQ(browser.come_back(trip, held_for(trip)).status, 303);
    EXPECT_EQ(portal.resolves(), 1);
}

TEST_F(Door, A3_a_response_posted_to_the_portal_is_refused_and_uses_nothing_up) {
    auto const trip = browser.depart();
    auto const response = hostile::base64(hostile::response(portal.login_for(trip.request_id)));
    auto const fields = attack::encoded({{"SAMLResponse", response}, {"RelayState", trip.relay}});
    EXPECT_TRUE(nobody_in(browser, browser.send(attack::post("/saml/acs", fields))));
    EXPECT_TRUE(nobody_in(browser, browser.get("/saml/acs?" + fields)));
    auto const both = fields + "&" + attack::encoded({{"SAMLart", held_for(trip)}});
    EXPECT_TRUE(nobody_in(browser, browser.send(attack::post("/saml/acs", both))));
    EXPECT_EQ(portal.resolves(), 0);
    auto const artifact =
        attack::encoded({{"SAMLart", held_for(trip)}, {"RelayState", trip.relay}});
    EXPECT_EQ(browser.send(attack::post("/saml/acs", artifact)).status, 303);
}

} // namespace
