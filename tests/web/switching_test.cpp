#include "door.h"

#include "web/visitor.h"

#include <gtest/gtest.h>

/// P2.12: several accounts on one means.
namespace {

using namespace std::chrono_literals;
using inside::House;
using world::Browser;

std::string const form = "/taken/contactpersoon-bekostiging";
std::string const step = form + "/stap/1";

/// Nadia, with the same means in two organisations that share a KVK number.
class Switching : public testing::Test {
protected:
    Switching() {
        auto organisation = house.school;
        organisation.id = portal::OrganisationId::parse("andere").value();
        organisation.name = "Andere Scholen";
        house.archive->change([&](portal::Records& records) { records.add(organisation); });
        elsewhere = house.add_account("elders", organisation,
                                      [&](portal::Account& account) { account.link = here.link; });
        house.give(here, "medewerker-bekostiging");
        house.give(elsewhere, "medewerker-bekostiging");
        door::leave(browser, "/saml/login");
        door::back(house, browser, {.identity = here.link->identity});
    }

    void choose(portal::Account const& account) {
        browser.get("/account-kiezen");
        browser.post("/account-kiezen", {{"account", account.id.text()}});
    }

    std::string shows_as() const {
        return browser.shows("Andere Scholen</span>") ? "elsewhere" : "here";
    }

    House house;
    portal::Account const here = house.moves_in("Nadia");
    portal::Account elsewhere = here;
    Browser browser{house};
};

TEST_F(Switching, P2_12_one_chooses_at_login_and_switches_later_without_logging_in_again) {
    EXPECT_EQ(browser.address(), "/account-kiezen");
    EXPECT_TRUE(browser.shows("Kies een account"));
    choose(here);
    EXPECT_EQ(browser.address(), "/overzicht");
    EXPECT_EQ(shows_as(), "here");
    for (auto const* page : {"/overzicht", "/mijn-gegevens"}) {
        browser.get(page);
        EXPECT_TRUE(browser.shows("Wissel van account")) << page;
        EXPECT_TRUE(browser.shows("href=\"/account-kiezen\"")) << page;
    }
    browser.get("/account-kiezen");
    EXPECT_TRUE(browser.shows("Wissel van account"));
    EXPECT_TRUE(browser.shows("(hiermee werkt u nu)"));
    choose(elsewhere);
    EXPECT_EQ(browser.address(), "/overzicht");
    EXPECT_EQ(shows_as(), "elsewhere");
}

TEST_F(Switching, P2_12_the_switch_takes_a_new_session_and_ends_the_old_one) {
    choose(here);
    EXPECT_EQ(door::live_sessions(house, here), 1U);
    auto const before = house.archive->look(
        [&](portal::Records& records) { return records.sessions_of(here.id).front(); });
    house.now += 5min;
    choose(elsewhere);
    EXPECT_EQ(door::live_sessions(house, here), 0U);
    auto const after = house.archive->look(
        [&](portal::Records& records) { return records.sessions_of(elsewhere.id).front(); });
    EXPECT_NE(after.digest, before.digest);
    EXPECT_NE(after.form_token, before.form_token);
    EXPECT_EQ(after.started_at, before.started_at) << "switching does not prolong it";
}

/// The browser has the new session by then; who still comes with the old one gets nothing by it.
TEST_F(Switching, P2_12_the_second_of_two_clicks_goes_where_the_first_went) {
    choose(here);
    browser.get("/account-kiezen");
    auto sent = browser.form("/account-kiezen").value();
    sent.emplace_back("account", elsewhere.id.text());
    auto behind = browser;
    browser.post_raw("/account-kiezen", sent);
    EXPECT_EQ(browser.address(), "/overzicht");
    behind.post_raw("/account-kiezen", sent);
    EXPECT_TRUE(behind.address().starts_with("/overzicht"));
    EXPECT_EQ(behind.status(), 401) << "with the session that was replaced";
    EXPECT_EQ(browser.get("/overzicht").status, 200);
    EXPECT_EQ(door::live_sessions(house, elsewhere), 1U);
}

TEST_F(Switching, P2_12_who_has_one_account_sees_no_switch) {
    auto const kees = house.moves_in("Kees");
    Browser own{house};
    door::leave(own, "/saml/login");
    door::back(house, own, {.identity = kees.link->identity});
    EXPECT_FALSE(own.shows("Wissel van account"));
    own.get("/mijn-gegevens");
    EXPECT_FALSE(own.shows("Wissel van account"));
}

TEST_F(Switching, P2_12_an_account_that_has_ended_is_nothing_to_switch_to) {
    choose(here);
    auto gone = house.account(elsewhere.id);
    gone.ended_at = house.now;
    house.save(gone);
    browser.get("/overzicht");
    EXPECT_FALSE(browser.shows("Wissel van account"));
}

TEST_F(Switching, P2_12_an_organisation_that_has_ended_is_nothing_to_switch_to) {
    choose(here);
    house.archive->change([&](portal::Records& records) {
        auto organisation = records.organisation(elsewhere.organisation).value();
        organisation.ended_at = house.now;
        records.save(organisation);
    });
    browser.get("/overzicht");
    EXPECT_FALSE(browser.shows("Wissel van account"));
}

TEST_F(Switching, P2_12_what_was_half_filled_in_stays_with_its_account) {
    choose(here);
    browser.get(form);
    browser.post(form + "/start");
    browser.post(step, {{"naam", "Kees Jansen"}, {"bewaren", "ja"}});
    choose(elsewhere);
    browser.get(step);
    EXPECT_FALSE(browser.shows("Kees Jansen"));
    choose(here);
    browser.get(step);
    EXPECT_TRUE(browser.shows("Kees Jansen"));
}

TEST_F(Switching, P2_12_a_form_left_open_in_another_tab_does_not_go_along) {
    choose(here);
    browser.get(form);
    browser.post(form + "/start");
    auto open = browser.form(step).value();
    open.emplace_back("naam", "Kees Jansen");
    choose(elsewhere);
    browser.post_raw(step, open);
    EXPECT_EQ(browser.status(), 409);
    browser.get(form);
    browser.post(form + "/start");
    EXPECT_FALSE(browser.shows("Kees Jansen"));
}

TEST_F(Switching, P3_5_renewing_goes_on_as_the_account_in_use_without_asking_again) {
    choose(elsewhere);
    door::leave(browser, "/saml/login?opnieuw=1&terug=/mijn-gegevens");
    door::back(house, browser, {.identity = here.link->identity});
    EXPECT_EQ(browser.address(), "/mijn-gegevens");
    EXPECT_EQ(shows_as(), "elsewhere");
}

TEST_F(Switching, P2_12_the_level_goes_along) {
    choose(here);
    for (auto& one : house.catalogue.tasks)
        if (one.code == "contactpersoon-bekostiging")
            one.least_level = portal::AssuranceLevel::loa4;
    door::leave(browser, "/saml/login?terug=" + form);
    door::back(house, browser,
               {.identity = here.link->identity, .level = portal::AssuranceLevel::loa4});
    choose(elsewhere);
    EXPECT_EQ(browser.get(form).status, 200);
}

TEST_F(Switching, P2_12_the_switch_goes_to_the_overview_and_not_where_the_other_account_was_going) {
    Browser own{house};
    door::leave(own, "/saml/login?terug=/mijn-gegevens");
    door::back(house, own, {.identity = here.link->identity});
    own.post("/account-kiezen", {{"account", here.id.text()}});
    EXPECT_EQ(own.address(), "/mijn-gegevens") << "the choice at login goes on";
    own.get("/account-kiezen");
    own.post("/account-kiezen", {{"account", elsewhere.id.text()}});
    EXPECT_EQ(own.address(), "/overzicht");
}

} // namespace
