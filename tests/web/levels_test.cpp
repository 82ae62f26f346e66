#include "door.h"

#include "foundation/text.h"

#include <gtest/gtest.h>

namespace {

using inside::House;
using portal::AssuranceLevel;
using world::Browser;

constexpr auto examinations = "examenkandidaten-aanmelden";
std::string const task = "/taken/examenkandidaten-aanmelden";

/// Nadia, who may do a task that wants level 4, signed in at level 3.
class Levels : public testing::Test {
protected:
    Levels() {
        for (auto& one : house.catalogue.tasks)
            if (one.code == examinations)
                one.least_level = AssuranceLevel::loa4;
        house.give(nadia, examinations);
        door::leave(browser, "/saml/login");
        door::back(house, browser, {.identity = nadia.link->identity});
    }

    void back_at(AssuranceLevel level) {
        door::back(house, browser, {.identity = nadia.link->identity, .level = level});
    }

    House house;
    portal::Account const nadia = house.moves_in("Nadia");
    Browser browser{house};
};

TEST_F(Levels, P3_2_a_task_of_level_4_sends_for_a_fresh_login_at_that_level_and_comes_back_to_it) {
    EXPECT_EQ(house.broker.asked, AssuranceLevel::loa3);
    EXPECT_EQ(browser.post(task + "/start").status, 403);
    EXPECT_TRUE(browser.shows("niveau 4"));
    EXPECT_TRUE(browser.shows("/saml/login?terug=%2Ftaken%2Fexamenkandidaten-aanmelden"));
    door::leave(browser, "/saml/login?terug=" + task);
    EXPECT_EQ(house.broker.asked, AssuranceLevel::loa4);
    back_at(AssuranceLevel::loa4);
    EXPECT_EQ(browser.address(), task);
    EXPECT_EQ(browser.status(), 200);
    browser.post(task + "/start");
    EXPECT_NE(browser.status(), 403) << "and can be started now";
}

TEST_F(Levels, P3_2_coming_back_with_level_3_is_a_plain_refusal_and_the_old_session_lives_on) {
    door::leave(browser, "/saml/login?terug=" + task);
    back_at(AssuranceLevel::loa3);
    EXPECT_EQ(browser.status(), 403);
    EXPECT_TRUE(browser.shows("U hebt niet ingelogd met niveau 4"));
    EXPECT_TRUE(browser.shows("href=\"/overzicht\""));
    EXPECT_EQ(browser.get("/overzicht").status, 200);
    EXPECT_TRUE(browser.shows("Mijn DUO"));
    EXPECT_EQ(door::live_sessions(house, nadia), 1U);
}

TEST_F(Levels, P3_2_when_the_broker_says_that_the_level_is_too_low_the_page_is_the_same) {
    door::leave(browser, "/saml/login?terug=" + task);
    door::turned_back(house, browser, portal::Rejection::level_too_low);
    EXPECT_TRUE(browser.shows("U hebt niet ingelogd met niveau 4"));
    EXPECT_EQ(browser.get("/overzicht").status, 200);
}

TEST_F(Levels, P3_2_cancelling_the_fresh_login_leaves_one_signed_in_as_before) {
    door::leave(browser, "/saml/login?terug=" + task);
    door::turned_back(house, browser, portal::Rejection::cancelled);
    EXPECT_EQ(browser.status(), 200);
    EXPECT_TRUE(browser.shows("U hebt niet opnieuw ingelogd"));
    EXPECT_EQ(browser.get("/overzicht").status, 200);
}

TEST_F(Levels, P3_2_the_session_keeps_the_higher_level_and_is_the_only_one) {
    door::leave(browser, "/saml/login?terug=" + task);
    back_at(AssuranceLevel::loa4);
    browser.get("/overzicht");
    EXPECT_FALSE(browser.shows("Hiervoor hebt u niveau 4 nodig"));
    EXPECT_EQ(browser.get(task).status, 200);
    EXPECT_EQ(door::live_sessions(house, nadia), 1U) << "the one of level 3 ended with it";
    browser.get("/saml/login?terug=" + task);
    EXPECT_EQ(browser.address(), task) << "nobody is sent away for a level he has";
}

TEST_F(Levels, P3_2_a_page_further_on_in_the_task_asks_for_its_level_too) {
    for (auto const* path : {"/stap/1", "/controleren", "?x=1", "#deel"}) {
        door::leave(browser, "/saml/login?opnieuw=1&terug=" + foundation::url_encoded(task + path));
        EXPECT_EQ(house.broker.asked, AssuranceLevel::loa4) << path;
    }
    for (auto const* path : {"/overzicht", "/taken/bestaat-niet", "/taken/", "/taken"}) {
        door::leave(browser, std::string{"/saml/login?opnieuw=1&terug="} + path);
        EXPECT_EQ(house.broker.asked, AssuranceLevel::loa3) << path;
    }
}

TEST_F(Levels, P3_2_somebody_elses_means_of_level_4_does_not_take_over_the_session) {
    auto const kees = house.moves_in("Kees");
    door::leave(browser, "/saml/login?terug=" + task);
    door::back(house, browser, {.identity = kees.link->identity, .level = AssuranceLevel::loa4});
    EXPECT_EQ(browser.status(), 403);
    EXPECT_TRUE(browser.shows("U hebt ingelogd als iemand anders"));
    EXPECT_EQ(door::live_sessions(house, kees), 0U);
    browser.get("/overzicht");
    EXPECT_TRUE(browser.shows(nadia.person.name));
}

TEST_F(Levels, P3_2_the_refusal_page_of_a_step_leads_back_to_that_step) {
    for (auto& one : house.catalogue.tasks)
        if (one.code == "contactpersoon-bekostiging")
            one.least_level = AssuranceLevel::loa4;
    house.give(nadia, "medewerker-bekostiging");
    browser.get("/taken/contactpersoon-bekostiging/stap/1");
    EXPECT_TRUE(browser.shows("terug=%2Ftaken%2Fcontactpersoon-bekostiging%2Fstap%2F1"));
    browser.get("/taken/contactpersoon-bekostiging/controleren");
    EXPECT_TRUE(browser.shows("terug=%2Ftaken%2Fcontactpersoon-bekostiging%2Fcontroleren"));
}

} // namespace
