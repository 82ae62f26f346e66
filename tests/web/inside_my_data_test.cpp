#include "inside_house.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using inside::Browser;
using inside::has;
using inside::House;
using inside::location;
using portal::MailKind;

std::string const address = "/mijn-gegevens/e-mailadres";

/// Asks for another address and returns the code that was mailed.
std::string asked(House& house, Browser& browser) {
    browser.post(address, {{"email", "nieuw@lindenhof.example"}});
    return house.mails_of(MailKind::address_code).back().code;
}

http::Response typed(Browser& browser, std::string const& code) {
    return browser.post(address + "/code", {{"code", code}});
}

constexpr auto never_sent = "ABCDE-FGHJK";

TEST(InsideMyData, P5_2_shows_contact_data_account_roles_and_sessions) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    house.give(nadia, "examenkandidaten-aanmelden");
    Browser browser{house, nadia};
    auto const response = browser.get("/mijn-gegevens");
    ASSERT_EQ(response.status, 200);
    for (auto const& words : {std::string{"nadia@lindenhof.example"}, std::string{"Hoofdlocatie"},
                              nadia.username.grouped(), std::string{"3 november 2026"},
                              std::string{"/koppeling-intrekken"}, std::string{"Deze sessie"}})
        EXPECT_TRUE(has(response.body, words)) << words;
}

TEST(InsideMyData, P5_1_telephone_function_and_language_are_the_users_own) {
    House house;
    Browser browser{house, house.moves_in("Nadia")};
    auto const wrong = browser.post("/mijn-gegevens/wijzigen",
                                    {{"telefoon", "12"}, {"functie", "Rector"}, {"taal", "nl"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong.body, "value=\"Rector\"")) << "what was typed stays";
    auto const saved =
        browser.post("/mijn-gegevens/wijzigen",
                     {{"telefoon", "070 123 45 67"}, {"functie", "Rector"}, {"taal", "en"}});
    EXPECT_EQ(location(saved), "/mijn-gegevens?gelukt=opgeslagen");
    auto const page = browser.page(location(saved));
    EXPECT_TRUE(has(page, "070 123 45 67"));
    EXPECT_TRUE(has(page, "We have saved your data.")) << "P3.8: the language changes at once";
}

TEST(InsideMyData, P5_1_a_new_address_counts_once_its_code_was_entered_and_the_old_one_is_told) {
    House house;
    Browser browser{house, house.moves_in("Nadia")};
    auto const code = asked(house, browser);
    EXPECT_EQ(house.mails_of(MailKind::address_code).back().address, "nieuw@lindenhof.example");
    EXPECT_TRUE(has(browser.page("/mijn-gegevens"), "nadia@lindenhof.example"));
    EXPECT_EQ(location(typed(browser, code)), "/mijn-gegevens?gelukt=e-mailadres");
    EXPECT_TRUE(has(browser.page("/mijn-gegevens"), "nieuw@lindenhof.example"));
    ASSERT_EQ(house.mails_of(MailKind::address_changed).size(), 1U);
    EXPECT_EQ(house.mails_of(MailKind::address_changed).back().address, "nadia@lindenhof.example");
    EXPECT_EQ(location(typed(browser, code)), address) << "a code works once";
}

TEST(InsideMyData, P5_1_a_wrong_code_can_be_put_right_four_times_and_not_five) {
    House house;
    Browser browser{house, house.moves_in("Nadia")};
    auto code = asked(house, browser);
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(typed(browser, never_sent).status, 422);
    EXPECT_EQ(typed(browser, code).status, 303);

    Browser second{house, house.moves_in("Kees")};
    second.post(address, {{"email", "kees.nieuw@lindenhof.example"}});
    code = house.mails_of(MailKind::address_code).back().code;
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(typed(second, never_sent).status, 422);
    auto const after = typed(second, code);
    EXPECT_EQ(after.status, 422);
    EXPECT_TRUE(has(after.body, "te vaak"));
    second.post(address + "/opnieuw");
    EXPECT_EQ(typed(second, house.mails_of(MailKind::address_code).back().code).status, 303);
}

TEST(InsideMyData, P2_8_a_typing_error_in_the_code_is_no_attempt) {
    House house;
    Browser browser{house, house.moves_in("Nadia")};
    auto const code = asked(house, browser);
    for (int i = 0; i < 6; ++i)
        EXPECT_EQ(typed(browser, "ABC").status, 422);
    EXPECT_EQ(typed(browser, code).status, 303);
}

TEST(InsideMyData, P2_15_a_code_may_be_pasted_with_what_stood_around_it) {
    House house;
    Browser browser{house, house.moves_in("Nadia")};
    auto const code = asked(house, browser);
    auto const pasted = "\u201c" + code.substr(0, 5) + "\u2013\u00a0" + code.substr(5) + "\u201d.";
    EXPECT_EQ(location(typed(browser, pasted)), "/mijn-gegevens?gelukt=e-mailadres");
}

TEST(InsideMyData, P2_15_a_new_address_may_have_a_domain_of_other_letters) {
    House house;
    Browser browser{house, house.moves_in("Nadia")};
    browser.post(address, {{"email", "nadia@Müller.example\u200b"}});
    EXPECT_EQ(house.mails_of(MailKind::address_code).back().address, "nadia@müller.example");
    auto const refused = browser.post(address, {{"email", "zoë@lindenhof.example"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused.body, "Gebruik voor het apenstaartje geen letters met accenten"));
}

TEST(InsideMyData, P5_1_a_code_lasts_24_hours_and_not_a_microsecond_longer) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    Browser browser{house, nadia};
    auto const code = asked(house, browser);
    house.now += house.policy.address_code_lasts;
    Browser late{house, nadia};
    auto const expired = typed(late, code);
    EXPECT_EQ(expired.status, 422);
    EXPECT_TRUE(has(expired.body, "verlopen"));
    house.now -= 1us;
    EXPECT_EQ(typed(late, code).status, 303);
}

TEST(InsideMyData, P5_1_an_address_of_a_colleague_or_the_same_one_is_refused) {
    House house;
    house.moves_in("Kees");
    Browser browser{house, house.moves_in("Nadia")};
    for (auto const* taken : {"kees@lindenhof.example", "nadia@lindenhof.example", "geen-adres"}) {
        auto const response = browser.post(address, {{"email", taken}});
        EXPECT_EQ(response.status, 422) << taken;
        EXPECT_TRUE(has(response.body, taken)) << "what was typed stays";
    }
    EXPECT_TRUE(house.mails_of(MailKind::address_code).empty());
}

TEST(InsideMyData, P5_1_the_old_address_can_be_kept_after_all) {
    House house;
    Browser browser{house, house.moves_in("Nadia")};
    auto const code = asked(house, browser);
    EXPECT_EQ(location(browser.post(address + "/annuleren")), "/mijn-gegevens?gelukt=behouden");
    EXPECT_EQ(location(typed(browser, code)), address);
    EXPECT_TRUE(has(browser.page("/mijn-gegevens"), "nadia@lindenhof.example"));
}

TEST(InsideMyData, P3_5_other_sessions_end_at_once_and_this_one_goes_on) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    Browser here{house, nadia};
    Browser there{house, nadia};
    EXPECT_EQ(there.get("/overzicht").status, 200);
    EXPECT_EQ(location(here.post("/mijn-gegevens/sessies/beeindigen")),
              "/mijn-gegevens?gelukt=sessies");
    EXPECT_EQ(there.get("/overzicht").status, 401);
    EXPECT_EQ(here.get("/overzicht").status, 200);
}

} // namespace
