#include "renewal.h"

/// P3.5: the session is renewed within 4 hours, and what was typed in a form survives that.
namespace {

using namespace renewal;

TEST_F(Renewal, P3_5_the_form_says_until_when_from_the_moment_that_going_on_no_longer_helps) {
    open_form();
    for (auto const& [left, told] :
         {std::pair{15min + 1s, false}, {15min + 0s, true}, {15min - 1s, true}}) {
        busy_until(4h - left);
        browser.get(step);
        EXPECT_EQ(browser.shows("U bent ingelogd tot 16.00 uur"), told) << left.count();
        EXPECT_EQ(browser.shows("Bewaar en log opnieuw in"), told) << left.count();
    }
}

TEST_F(Renewal, P3_5_the_page_tells_the_script_both_ends_to_the_second_and_the_two_minutes) {
    for (auto const left : {121s, 120s, 119s, 1s}) {
        busy_until(4h - left);
        browser.get("/overzicht");
        auto const seconds = std::to_string(left.count());
        EXPECT_TRUE(browser.shows("data-session-ends-in=\"" + seconds + "\"")) << seconds;
        EXPECT_TRUE(browser.shows("data-session-ends-at-most-in=\"" + seconds + "\"")) << seconds;
        EXPECT_TRUE(browser.shows("data-ahead=\"120\""));
    }
}

TEST_F(Renewal, P3_5_the_button_keeps_what_was_typed_signs_in_afresh_and_comes_back_to_it) {
    open_form();
    busy_until(4h - 1min);
    browser.get(step);
    browser.post(step, with(typed, "inloggen"));
    EXPECT_TRUE(browser.shows("https://makelaar.example/sso"));
    house.now += 5min;
    door::back(house, browser, {.identity = nadia.link->identity});
    EXPECT_EQ(browser.address(), step);
    EXPECT_TRUE(browser.shows("Kees &lt;Jansen&gt;"));
    EXPECT_TRUE(browser.shows("value=\"41\"")) << "also what is not in order";
    EXPECT_FALSE(browser.shows("U bent ingelogd tot"));
    EXPECT_EQ(door::live_sessions(house, nadia), 1U);
}

TEST_F(Renewal, P3_5_the_new_session_lasts_four_hours_from_the_fresh_login) {
    busy_until(3h + 50min);
    door::leave(browser, "/saml/login?opnieuw=1&terug=/overzicht");
    door::back(house, browser, {.identity = nadia.link->identity});
    started = house.now;
    busy_until(4h - 1s);
    EXPECT_EQ(browser.get("/overzicht").status, 200);
    house.now = started + 4h;
    EXPECT_EQ(browser.get("/overzicht").status, 401);
}

TEST_F(Renewal, P3_5_another_identity_does_not_inherit_the_form) {
    auto const kees = house.moves_in("Kees");
    house.give(kees, "medewerker-bekostiging");
    open_form();
    browser.post(step, with(typed, "inloggen"));
    door::back(house, browser, {.identity = kees.link->identity});
    EXPECT_EQ(browser.status(), 403);
    EXPECT_TRUE(browser.shows("U hebt ingelogd als iemand anders"));
    EXPECT_FALSE(browser.shows("Jansen"));
    EXPECT_EQ(browser.get(step).status, 200) << "whoever began has the session still";
    EXPECT_TRUE(browser.shows("Kees &lt;Jansen&gt;"));
    EXPECT_FALSE(draft_of(kees, "contactpersoon-bekostiging"));
}

TEST_F(Renewal, P3_5_a_second_before_the_end_the_form_is_simply_taken) {
    open_form();
    house.now += 15min - 1s;
    browser.post(step, typed);
    EXPECT_EQ(browser.status(), 422);
}

TEST_F(Renewal, P3_5_when_time_is_up_the_script_sends_the_form_and_the_session_ends) {
    open_form();
    browser.post(step, with(typed, "einde"));
    EXPECT_TRUE(browser.address().starts_with("/sessie-verlopen?terug="));
    EXPECT_TRUE(browser.shows("is bewaard bij uw account"));
    EXPECT_FALSE(browser.shows("data-submit")) << "nobody is sent on by himself";
    EXPECT_EQ(door::live_sessions(house, nadia), 0U);
    EXPECT_EQ(draft_of(nadia, "contactpersoon-bekostiging")->values.at("naam"), "Kees <Jansen>");
}

TEST_F(Renewal, P3_5_a_level_that_the_new_session_lacks_costs_nothing_typed) {
    open_form();
    for (auto& one : house.catalogue.tasks)
        if (one.code == "contactpersoon-bekostiging")
            one.least_level = portal::AssuranceLevel::loa4;
    browser.post(step, typed);
    EXPECT_EQ(browser.status(), 403);
    EXPECT_EQ(draft_of(nadia, "contactpersoon-bekostiging")->values.at("naam"), "Kees <Jansen>");
}

} // namespace
