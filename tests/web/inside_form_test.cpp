#include "support/contact_form.h"

#include <gtest/gtest.h>

namespace {

using contact_form::filled_in;
using contact_form::first;
using contact_form::form;
using contact_form::funding;
using contact_form::second;
using contact_form::sending;
using inside::Browser;
using inside::has;
using inside::House;
using inside::location;

TEST(InsideForm, P9_3_step_by_step_to_a_receipt) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    house.give(nadia, funding);
    Browser browser{house, nadia};
    EXPECT_EQ(location(browser.post(form + "/start")), form + "/stap/1");
    EXPECT_EQ(location(browser.post(form + "/stap/1", first)), form + "/stap/2");
    EXPECT_EQ(location(browser.post(form + "/stap/2", second)), form + "/controleren");
    auto const summary = browser.page(form + "/controleren");
    EXPECT_TRUE(has(summary, "Kees Jansen"));
    auto const sent = browser.post(form + "/versturen", sending(summary));
    auto const receipt = browser.page(location(sent));
    EXPECT_TRUE(has(receipt, "Ontvangstnummer"));
    EXPECT_TRUE(has(receipt, "23 november 2026 om 12.00 uur"));
    EXPECT_TRUE(has(receipt, "Kees Jansen"));
}

TEST(InsideForm, P9_3_a_double_click_sends_once) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    house.give(nadia, funding);
    Browser browser{house, nadia};
    auto const shown = sending(filled_in(browser));
    auto const one = browser.post(form + "/versturen", shown);
    auto const two = browser.post(form + "/versturen", shown);
    ASSERT_EQ(one.status, 303);
    EXPECT_EQ(location(one), location(two));
    EXPECT_EQ(browser.post(form + "/versturen", {{"sleutel", "verzonnen"}}).status, 409);
}

TEST(InsideForm, P9_3_a_receipt_of_somebody_else_answers_like_one_that_does_not_exist) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    auto const kees = house.moves_in("Kees");
    house.give(nadia, funding);
    house.give(kees, funding);
    Browser browser{house, nadia};
    auto const shown = sending(filled_in(browser));
    auto const receipt = location(browser.post(form + "/versturen", shown));
    EXPECT_EQ(browser.get(receipt).status, 200);
    Browser other{house, kees};
    EXPECT_EQ(other.get(receipt).status, 404);
    EXPECT_EQ(other.get(form + "/ontvangst/AAAAAAAAAAAA").status, 404);
    EXPECT_NE(other.post(form + "/versturen", shown).status, 303)
        << "nor is it sent again with the key of another";
}

TEST(InsideForm, P9_3_what_is_wrong_is_said_at_the_field_and_above_and_nothing_typed_is_lost) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    house.give(nadia, funding);
    Browser browser{house, nadia};
    browser.post(form + "/start");
    auto const wrong = browser.post(
        form + "/stap/1", {{"bestuursnummer", "12"}, {"naam", "Kees <b>"}, {"taak", "iets"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong.body, "href=\"#bestuursnummer\""));
    EXPECT_TRUE(has(wrong.body, "10000 of hoger"));
    EXPECT_TRUE(has(wrong.body, "Kees &lt;b&gt;"));
    EXPECT_TRUE(has(browser.page(form + "/stap/1"), "Kees &lt;b&gt;")) << "kept as a draft";
    EXPECT_EQ(location(browser.get(form + "/stap/2")), form + "/stap/1") << "no step is skipped";
}

TEST(InsideForm, P9_3_back_and_keeping_for_later_keep_what_was_typed) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    house.give(nadia, funding);
    Browser browser{house, nadia};
    browser.post(form + "/start");
    browser.post(form + "/stap/1", first);
    EXPECT_EQ(location(browser.post(form + "/stap/2", {{"telefoon", "070"}, {"vorige", "ja"}})),
              form + "/stap/1");
    EXPECT_TRUE(has(browser.page(form + "/stap/2"), "value=\"070\""));
    EXPECT_EQ(location(browser.post(form + "/stap/2", {{"telefoon", "071"}, {"bewaren", "ja"}})),
              "/overzicht?gelukt=bewaard");
    EXPECT_TRUE(has(browser.page(form + "/stap/2"), "value=\"071\""));
}

TEST(InsideForm, P6_1_with_more_than_one_scope_one_is_chosen_and_only_a_granted_one_counts) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    house.give(nadia, funding, "41234");
    house.give(nadia, funding, "41235");
    auto const type = house.catalogue.role(funding)->attribute_types.front();
    Browser browser{house, nadia};
    browser.post(form + "/start");
    EXPECT_TRUE(has(browser.page(form + "/stap/1"), "name=\"kenmerk\""));
    EXPECT_EQ(browser.post(form + "/stap/1", first).status, 422);
    auto fields = first;
    fields.emplace_back("kenmerk", type + "=99999");
    EXPECT_EQ(browser.post(form + "/stap/1", fields).status, 422);
    fields.back().second = type + "=41235";
    EXPECT_EQ(location(browser.post(form + "/stap/1", fields)), form + "/stap/2");
}

TEST(InsideForm, P9_5_a_withdrawn_role_stops_a_form_that_is_half_way) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    auto const grant = house.give(nadia, funding);
    Browser browser{house, nadia};
    auto const shown = sending(filled_in(browser));
    house.withdraw(grant);
    EXPECT_EQ(browser.get(form + "/controleren").status, 403);
    EXPECT_EQ(browser.post(form + "/versturen", shown).status, 403);
    house.give(nadia, funding);
    EXPECT_EQ(browser.post(form + "/versturen", shown).status, 303)
        << "what was filled in is still there";
}

TEST(InsideForm, P9_5_sending_asks_for_the_level_again) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    house.give(nadia, funding);
    for (auto& task : house.catalogue.tasks)
        if (task.code == "contactpersoon-bekostiging")
            task.least_level = portal::AssuranceLevel::loa4;
    Browser high{house, nadia, portal::AssuranceLevel::loa4};
    auto const shown = sending(filled_in(high));
    ASSERT_FALSE(shown.front().second.empty());
    Browser low{house, nadia};
    EXPECT_EQ(low.post(form + "/versturen", shown).status, 403);
    EXPECT_EQ(high.post(form + "/versturen", shown).status, 303);
}

} // namespace
