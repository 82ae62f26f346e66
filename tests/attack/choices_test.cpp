#include "support/stronghold.h"

#include "web/visitor.h"

#include <gtest/gtest.h>

/// What a visitor may come back with (P1, P2) and which account he may choose (P2.12): each
/// condition by itself, beside a control.
namespace {

using namespace std::chrono_literals;
using attack::Stronghold;
using attack::Visitor;
using portal::Account;
using portal::Organisation;

class Return : public testing::Test {
protected:
    Stronghold portal;
    Visitor browser{portal};

    std::string held_for(attack::Trip const& trip) {
        return portal.hold({.login = portal.login_for(trip.request_id), .said = ""});
    }
};

TEST_F(Return, P1_without_handle_or_without_cookie_uses_nothing_up) {
    auto const trip = browser.depart();
    auto const artifact = held_for(trip);
    EXPECT_EQ(browser.come_back({.request_id = trip.request_id, .relay = ""}, artifact).status,
              403);
    Visitor bare{portal};
    EXPECT_EQ(bare.come_back(trip, artifact).status, 403);
    EXPECT_EQ(browser.come_back(trip, artifact).status, 303);
}

TEST_F(Return, P2_a_cookie_of_another_size_is_no_cookie_of_ours) {
    auto const name = std::string{web::browser_cookie};
    for (std::size_t const size : {1U, 31U, 33U}) {
        Visitor planted{portal};
        planted.plant(name, std::string(size, 'a'));
        planted.depart();
        EXPECT_EQ(planted.cookie(name).size(), 32U) << size;
        EXPECT_NE(planted.cookie(name), std::string(32, 'a'));
    }
    auto const before = (browser.depart(), browser.cookie(name));
    browser.depart();
    EXPECT_EQ(browser.cookie(name), before) << "two tabs do not push each other out";
}

TEST_F(Return, H2_a_handle_is_80_bytes_at_most) {
    auto const refused_as = [&](std::size_t size) {
        auto const before = portal.written().size();
        browser.come_back({.request_id = "", .relay = std::string(size, 'a')},
                          hostile::artifact(std::string{world::broker_entity_id}));
        return portal.written().substr(before).contains("9.3 one artifact");
    };
    EXPECT_FALSE(refused_as(80));
    EXPECT_TRUE(refused_as(81));
}

TEST_F(Return, A1_one_of_both_kinds_of_answer_and_no_more) {
    auto const trip = browser.depart();
    auto const both = attack::encoded(
        {{"SAMLart", held_for(trip)}, {"SAMLResponse", "x"}, {"RelayState", trip.relay}});
    EXPECT_EQ(browser.get("/saml/acs?" + both).status, 403);
    EXPECT_NE(portal.written().find("9.3 one artifact"), std::string::npos);
}

TEST_F(Return, P3_2_who_is_in_goes_on_unless_he_asks_anew) {
    ASSERT_EQ(browser.sign_in().status, 303);
    EXPECT_EQ(attack::header(browser.get("/saml/login"), "Location"), "/overzicht");
    EXPECT_EQ(browser.get("/saml/login?opnieuw=1").status, 200);
    EXPECT_EQ(attack::header(browser.get("/saml/login?opnieuw=2"), "Location"), "/overzicht");
    Visitor other{portal};
    EXPECT_EQ(other.get("/saml/login").status, 200);
}

TEST_F(Return, P3_2_who_is_in_at_less_than_the_task_asks_for_signs_in_anew_at_that_level) {
    ASSERT_EQ(browser.sign_in().status, 303);
    EXPECT_EQ(browser.get("/saml/login?terug=%2Ftaken%2Flicenties-bekijken").status, 303);
    EXPECT_EQ(browser.get("/saml/login?terug=%2Ftaken%2Fosr-beheren").status, 200);
    auto const trip = browser.depart("?terug=%2Ftaken%2Fosr-beheren");
    auto const before = portal.written().size();
    EXPECT_EQ(browser.come_back(trip, held_for(trip)).status, 403) << "level 3 again";
    EXPECT_TRUE(portal.written().substr(before).contains("level too low"));
}

TEST_F(Return, P3_3_a_refusal_is_in_the_language_of_the_departure_or_of_the_session_that_goes_on) {
    auto const refused_in_english = [&](std::string const& query) {
        auto trip = browser.depart(query);
        trip.request_id = "_another";
        auto const page = browser.come_back(trip, held_for(trip));
        EXPECT_EQ(page.status, 403);
        return page.body.contains(R"(<html lang="en")");
    };
    EXPECT_TRUE(refused_in_english("?taal=en"));
    EXPECT_FALSE(refused_in_english(""));
    ASSERT_EQ(browser.sign_in().status, 303);
    EXPECT_FALSE(refused_in_english("?opnieuw=1&taal=en"));
}

TEST_F(Return, P3_5_signing_in_elsewhere_too_ends_no_session) {
    ASSERT_EQ(browser.sign_in().status, 303);
    Visitor elsewhere{portal};
    ASSERT_EQ(elsewhere.sign_in().status, 303);
    EXPECT_TRUE(browser.signed_in());
    EXPECT_TRUE(elsewhere.signed_in());
    EXPECT_EQ(portal.sessions_of(portal.sanne), 2U);
}

/// Somebody with two accounts, of which one may no longer be chosen.
class Choice : public Return {
protected:
    Organisation other = portal.world.add_organisation("twee", "12345678");
    Account second = portal.world.add_account(
        "tweede", other, [&](Account& account) { account.link = portal.sanne.link; });

    void SetUp() override {
        ASSERT_EQ(attack::header(browser.sign_in(), "Location"), "/account-kiezen");
        ASSERT_TRUE(is_offered());
    }
    bool is_offered() { return browser.get("/account-kiezen").body.contains("value=\"tweede\""); }
    int chosen() { return browser.post("/account-kiezen", {{"account", "tweede"}}).status; }
    void save(Account const& account) {
        portal.site().archive.change([&](portal::Records& records) {
            auto changed = account;
            changed.version = records.account_for_change(account.id)->version;
            records.save(changed);
        });
    }
    void save(Organisation const& organisation) {
        portal.site().archive.change([&](portal::Records& records) { records.save(organisation); });
    }
    void expect_refused() {
        EXPECT_FALSE(is_offered());
        EXPECT_EQ(chosen(), 404);
        EXPECT_EQ(portal.sessions_of(second), 0U);
    }
};

TEST_F(Choice, P2_12_an_own_account_may_be_chosen) {
    EXPECT_EQ(chosen(), 303);
    EXPECT_EQ(portal.sessions_of(second), 1U);
}

TEST_F(Choice, P2_12_the_first_leads_to_what_was_asked_for_and_a_later_one_to_the_overview) {
    Visitor visitor{portal};
    auto const trip = visitor.depart("?terug=%2Fmijn-gegevens");
    ASSERT_EQ(attack::header(visitor.come_back(trip, held_for(trip)), "Location"),
              "/account-kiezen");
    auto const leads_to = [&](portal::Account const& account) {
        return attack::header(visitor.post("/account-kiezen", {{"account", account.id.text()}}),
                              "Location");
    };
    EXPECT_EQ(leads_to(portal.sanne), "/mijn-gegevens");
    EXPECT_EQ(leads_to(second), "/overzicht");
}

TEST_F(Choice, P2_12_not_one_that_has_ended) {
    second.ended_at = portal.world.now;
    save(second);
    expect_refused();
}

TEST_F(Choice, P2_12_not_one_that_lapsed) {
    second.link->linked_at = portal.world.now - 24h * 700;
    save(second);
    expect_refused();
}

TEST_F(Choice, P2_12_not_one_that_was_unlinked) {
    second.link.reset();
    save(second);
    expect_refused();
}

TEST_F(Choice, P2_12_not_one_of_another_person) {
    second.link->identity.pseudonym = std::string(64, 'f') + '@' + std::string(32, 'f');
    save(second);
    expect_refused();
}

TEST_F(Choice, P2_12_not_one_of_an_organisation_that_has_ended) {
    other.ended_at = portal.world.now;
    save(other);
    expect_refused();
}

TEST_F(Choice, P2_12_not_one_of_an_organisation_that_lost_the_number) {
    other.kvk_numbers = {portal::KvkNumber::parse("87654320").value()};
    save(other);
    expect_refused();
}

} // namespace
