#include "support/contact_form.h"

#include <gtest/gtest.h>

/// P9.3: what is sent is what the summary showed, once, and nothing typed is lost on the way.
namespace {

using namespace contact_form;
using inside::Browser;
using inside::has;
using inside::House;
using inside::location;

class FormSending : public testing::Test {
protected:
    House house;
    portal::Account const nadia = house.moves_in("Nadia");
    portal::GrantId const grant = house.give(nadia, funding);
    Browser browser{house, nadia};

    std::optional<portal::forms::Draft> draft() {
        return house.archive->look([&](portal::Records& records) {
            return records.draft(nadia.id, "contactpersoon-bekostiging");
        });
    }
    http::Response sends(Fields const& fields) { return browser.post(form + "/versturen", fields); }
    /// The step as a tab holds it that was opened now.
    Fields step_held(Fields fields) {
        auto const page = browser.page(form + "/stap/1");
        fields.emplace_back("sleutel", inside::hidden(page, "sleutel"));
        return fields;
    }
};

TEST_F(FormSending, P9_3_what_changed_after_the_summary_is_shown_before_it_is_sent) {
    auto const seen = sending(filled_in(browser));
    browser.post(form + "/stap/1", with(first, "naam", "Kees Pietersen"));
    auto const refused = sends(seen);
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(has(refused.body, "Niet verstuurd"));
    EXPECT_TRUE(has(refused.body, "is dit veranderd"));
    EXPECT_TRUE(has(refused.body, "Kees Pietersen"));
    auto const sent = sends(sending(refused.body));
    ASSERT_EQ(sent.status, 303);
    EXPECT_TRUE(has(browser.page(location(sent)), "Kees Pietersen"));
}

TEST_F(FormSending, P9_3_a_change_that_was_taken_back_is_sent_as_it_was_seen) {
    auto const seen = sending(filled_in(browser));
    browser.post(form + "/stap/1", with(first, "naam", "Kees Pietersen"));
    browser.post(form + "/stap/1", first);
    EXPECT_EQ(sends(seen).status, 303);
}

TEST_F(FormSending, P9_3_what_is_not_in_order_any_more_is_said_at_the_field) {
    auto const seen = sending(filled_in(browser));
    browser.post(form + "/stap/1", with(first, "bestuursnummer", "12"));
    auto const refused = sends(seen);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused.body, "href=\"#bestuursnummer\""));
    EXPECT_TRUE(draft());
}

TEST_F(FormSending, P9_3_a_form_that_was_not_seen_is_not_sent) {
    auto const summary = filled_in(browser);
    auto const refused = sends({{"sleutel", inside::hidden(summary, "sleutel")}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(has(refused.body, "Kees Jansen")) << "the summary, to be looked at";
}

TEST_F(FormSending, P9_3_a_step_after_sending_begins_nothing_and_loses_nothing) {
    auto const seen = sending(filled_in(browser));
    auto const held = step_held(with(first, "naam", "Later <Getypt>"));
    auto const receipt = location(sends(seen));
    auto const told = browser.post(form + "/stap/1", held);
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(has(told.body, "U hebt dit formulier al verstuurd"));
    EXPECT_TRUE(has(told.body, receipt)) << "where it can be seen";
    EXPECT_TRUE(has(told.body, "Later &lt;Getypt&gt;"));
    EXPECT_FALSE(draft());
    auto begun = with(first, "naam", inside::hidden(told.body, "naam"));
    begun.emplace_back("nieuw", inside::hidden(told.body, "nieuw"));
    EXPECT_EQ(location(browser.post(form + "/stap/1", begun)), form + "/stap/2");
    ASSERT_TRUE(draft());
    EXPECT_NE(draft()->key, seen.front().second) << "another form, with a receipt of its own";
}

TEST_F(FormSending, P9_3_without_a_form_begun_a_step_begins_none) {
    sends(sending(filled_in(browser)));
    auto const told = browser.post(form + "/stap/1", first);
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(has(told.body, "U bent dit formulier nog niet begonnen"));
    EXPECT_TRUE(has(told.body, "Kees Jansen"));
    EXPECT_FALSE(draft());
}

TEST_F(FormSending, P3_5_a_step_after_sending_is_kept_when_there_is_nobody_to_ask) {
    auto const seen = sending(filled_in(browser));
    auto held = step_held(with(first, "naam", "Later Getypt"));
    sends(seen);
    held.emplace_back("inloggen", "ja");
    EXPECT_EQ(browser.post(form + "/stap/1", held).status, 303);
    ASSERT_TRUE(draft());
    EXPECT_EQ(draft()->values.at("naam"), "Later Getypt");
    EXPECT_NE(draft()->key, seen.front().second);
}

TEST_F(FormSending, P3_5_an_old_tab_that_leaves_takes_nothing_from_a_newer_form) {
    auto const seen = sending(filled_in(browser));
    auto old = step_held(with(first, "functie", "Directeur"));
    sends(seen);
    browser.post(form + "/start");
    browser.post(form + "/stap/1", with(first, "naam", "Nieuwer Getypt"));
    auto const newer = draft()->key;
    old.emplace_back("einde", "ja");
    EXPECT_EQ(browser.post(form + "/stap/1", old).status, 303);
    ASSERT_TRUE(draft());
    EXPECT_EQ(draft()->key, newer);
    EXPECT_EQ(draft()->values.at("naam"), "Nieuwer Getypt");
    EXPECT_EQ(draft()->values.at("functie"), "") << "an answer too";
}

TEST_F(FormSending, P3_5_an_empty_tab_that_time_closes_empties_nothing) {
    browser.post(form + "/start");
    auto empty = step_held(with(with(first, "naam", ""), "bestuursnummer", ""));
    browser.post(form + "/stap/1", first);
    empty.emplace_back("einde", "ja");
    EXPECT_EQ(browser.post(form + "/stap/1", empty).status, 303);
    EXPECT_EQ(draft()->values.at("naam"), "Kees Jansen");
    EXPECT_EQ(draft()->values.at("bestuursnummer"), "41234");
}

TEST_F(FormSending, P9_3_a_receipt_never_answers_for_other_values) {
    auto const seen = sending(filled_in(browser));
    browser.post(form + "/stap/1", with(first, "naam", "Kees Pietersen"));
    auto const other = sending(browser.page(form + "/controleren"));
    browser.post(form + "/stap/1", first);
    ASSERT_EQ(sends(seen).status, 303);
    auto const refused = sends(other);
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(has(refused.body, "Niet verstuurd"));
    EXPECT_EQ(sends(seen).status, 303) << "the same again has the same receipt";
}

/// As a server of the version before could: it wrote the draft back beside its sending.
TEST_F(FormSending, P9_3_a_draft_that_came_back_after_sending_is_another_form) {
    auto const summary = filled_in(browser);
    auto back = draft().value();
    auto const receipt = location(sends(sending(summary)));
    back.values["naam"] = "Teruggekomen";
    house.archive->change([&](portal::Records& records) { records.save(back); });
    auto const refused = sends(sending(browser.page(form + "/controleren")));
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(has(refused.body, "Teruggekomen"));
    auto const again = sends(sending(refused.body));
    ASSERT_EQ(again.status, 303);
    EXPECT_NE(location(again), receipt);
    EXPECT_TRUE(has(browser.page(location(again)), "Teruggekomen"));
}

TEST_F(FormSending, P9_5_a_place_that_was_withdrawn_is_not_sent_as_the_one_that_is_left) {
    house.give(nadia, funding, "41234");
    auto const other = house.give(nadia, funding, "41235");
    auto const type = house.catalogue.role(funding)->attribute_types.front();
    browser.post(form + "/start");
    auto fields = first;
    fields.emplace_back("kenmerk", type + "=41235");
    browser.post(form + "/stap/1", fields);
    auto const seen = sending(browser.page(location(browser.post(form + "/stap/2", second))));
    ASSERT_FALSE(seen.back().second.empty());
    house.withdraw(other);
    house.withdraw(grant);
    auto const refused = sends(seen);
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(has(refused.body, "Voor wie vult u dit in?"));
    EXPECT_TRUE(draft());
}

TEST_F(FormSending, P9_3_another_question_wants_another_look) {
    auto const seen = sending(filled_in(browser));
    for (auto& task : house.catalogue.tasks)
        if (task.code == "contactpersoon-bekostiging")
            task.steps.front().fields.front().label.dutch = "Nummer van het andere bestuur";
    auto const refused = sends(seen);
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(has(refused.body, "is dit veranderd: Nummer van het andere bestuur."));
}

TEST_F(FormSending, P9_3_a_question_that_went_wants_another_look_and_its_answer_is_not_sent) {
    auto const seen = sending(filled_in(browser));
    for (auto& task : house.catalogue.tasks)
        if (task.code == "contactpersoon-bekostiging")
            std::erase_if(task.steps.front().fields,
                          [](auto const& field) { return field.name == "naam"; });
    auto const refused = sends(seen);
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(has(refused.body, "Het formulier zelf is veranderd"));
    auto const sent = location(sends(sending(refused.body)));
    auto const kept = house.archive->look([&](portal::Records& records) {
        return records.submission(sent.substr(sent.rfind('/') + 1));
    });
    ASSERT_TRUE(kept);
    EXPECT_FALSE(kept->values.contains("naam"));
}

} // namespace
