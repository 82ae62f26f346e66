#include "overview_cast.h"

#include "portal/forms/form.h"

#include <gtest/gtest.h>

namespace {

using portal::FieldKind;
using portal::FormField;
using portal::forms::Flaw;

/// The flaw of one value in a field; nothing when it is in order.
std::optional<Flaw> flaw(FormField field, std::string const& value) {
    field.name = "veld";
    auto const found = portal::forms::flaws({.title = {}, .fields = {field}}, {{"veld", value}});
    return found.empty() ? std::nullopt : std::optional{found.front().flaw};
}

FormField field(FieldKind kind) {
    return {.name = {},
            .kind = kind,
            .label = {},
            .hint = {},
            .help = {},
            .required = true,
            .longest = 100,
            .least = 0,
            .most = 0,
            .choices = {}};
}

TEST(FormFields, P9_3_a_required_one_must_be_filled_in_and_another_need_not) {
    for (auto const kind : {FieldKind::text, FieldKind::number, FieldKind::date, FieldKind::email,
                            FieldKind::choice}) {
        auto one = field(kind);
        EXPECT_EQ(flaw(one, ""), Flaw::missing);
        one.required = false;
        EXPECT_EQ(flaw(one, ""), std::nullopt);
    }
}

TEST(FormFields, P9_3_a_field_that_was_not_sent_at_all_is_missing) {
    auto one = field(FieldKind::text);
    one.name = "veld";
    EXPECT_EQ(portal::forms::flaws({.title = {}, .fields = {one}}, {}).size(), 1U);
}

TEST(FormFields, P9_3_text_is_as_long_as_declared_and_not_a_character_longer) {
    auto one = field(FieldKind::text);
    one.longest = 3;
    EXPECT_EQ(flaw(one, "ab"), std::nullopt);
    EXPECT_EQ(flaw(one, "abc"), std::nullopt);
    EXPECT_EQ(flaw(one, "abcd"), Flaw::too_long);
    EXPECT_EQ(flaw(one, "éëè"), std::nullopt) << "characters count, not bytes";
}

TEST(FormFields, P9_3_a_line_end_does_not_fit_in_a_field_of_one_line) {
    EXPECT_EQ(flaw(field(FieldKind::text), "a\nb"), Flaw::not_on_one_line);
    EXPECT_EQ(flaw(field(FieldKind::text), "a\tb"), Flaw::not_on_one_line);
}

TEST(FormFields, P9_3_a_number_lies_between_its_bounds_both_included) {
    auto one = field(FieldKind::number);
    one.least = 10000;
    one.most = 99999;
    EXPECT_EQ(flaw(one, "9999"), Flaw::too_small);
    EXPECT_EQ(flaw(one, "10000"), std::nullopt);
    EXPECT_EQ(flaw(one, "99999"), std::nullopt);
    EXPECT_EQ(flaw(one, "100000"), Flaw::too_large);
}

TEST(FormFields, P9_3_what_is_not_wholly_digits_is_no_number) {
    auto one = field(FieldKind::number);
    one.most = 1000;
    for (auto const* value :
         {"1a", "a", "1.5", "1,5", " 1", "1 ", "+1", "0x10", "99999999999999999999"})
        EXPECT_EQ(flaw(one, value), Flaw::not_a_number) << value;
}

TEST(FormFields, P9_3_a_date_is_written_the_dutch_way_and_exists) {
    EXPECT_EQ(flaw(field(FieldKind::date), "28-02-2026"), std::nullopt);
    EXPECT_EQ(flaw(field(FieldKind::date), "1-3-2026"), std::nullopt);
    EXPECT_EQ(flaw(field(FieldKind::date), "29-02-2026"), Flaw::not_a_date);
    EXPECT_EQ(flaw(field(FieldKind::date), "2026-02-28"), Flaw::not_a_date);
}

TEST(FormFields, P9_3_an_address_has_the_form_of_one) {
    EXPECT_EQ(flaw(field(FieldKind::email), "naam@organisatie.nl"), std::nullopt);
    EXPECT_EQ(flaw(field(FieldKind::email), "naam@organisatie"), Flaw::not_an_address);
}

TEST(FormFields, P9_3_only_a_declared_choice_can_be_chosen) {
    auto one = field(FieldKind::choice);
    one.choices = {{"alles", {}}, {"niets", {}}};
    EXPECT_EQ(flaw(one, "alles"), std::nullopt);
    EXPECT_EQ(flaw(one, "Alles"), Flaw::not_a_choice);
    EXPECT_EQ(flaw(one, "iets"), Flaw::not_a_choice);
}

TEST(FormFields, P9_3_a_confirmation_is_ticked_or_when_it_is_not_required_left) {
    auto one = field(FieldKind::confirmation);
    EXPECT_EQ(flaw(one, "ja"), std::nullopt);
    EXPECT_EQ(flaw(one, ""), Flaw::not_confirmed);
    EXPECT_EQ(flaw(one, "nee"), Flaw::not_confirmed);
    one.required = false;
    EXPECT_EQ(flaw(one, ""), std::nullopt);
    EXPECT_EQ(flaw(one, "nee"), Flaw::not_confirmed);
}

/// A task of two steps with one required field each.
portal::Task two_steps() {
    auto task = cast::task("formulier");
    auto one = field(FieldKind::text);
    one.name = "een";
    auto two = field(FieldKind::text);
    two.name = "twee";
    task.kind = portal::TaskKind::form;
    task.steps = {{.title = {}, .fields = {one}}, {.title = {}, .fields = {two}}};
    return task;
}

using portal::forms::first_open_step;
using portal::forms::Scope;
using Values = std::map<std::string, std::string>;

TEST(FormSteps, P9_3_the_first_step_that_is_not_in_order_is_open) {
    std::vector<Scope> const one_scope{{}};
    EXPECT_EQ(first_open_step(two_steps(), one_scope, {}), 0U);
    EXPECT_EQ(first_open_step(two_steps(), one_scope, {{"twee", "b"}}), 0U);
    EXPECT_EQ(first_open_step(two_steps(), one_scope, {{"een", "a"}}), 1U);
    EXPECT_EQ(first_open_step(two_steps(), one_scope, {{"een", "a"}, {"twee", "b"}}), 2U);
}

TEST(FormSteps, P6_1_with_several_scopes_one_of_them_must_be_chosen_at_the_first_step) {
    std::vector<Scope> const scopes{{{"brin", "99AA"}}, {{"brin", "99AB"}}};
    Values values{{"een", "a"}, {"twee", "b"}};
    EXPECT_EQ(first_open_step(two_steps(), scopes, values), 0U);
    values["kenmerk"] = "brin=99AC";
    EXPECT_EQ(first_open_step(two_steps(), scopes, values), 0U) << "of another institution";
    values["kenmerk"] = "brin=99AB";
    EXPECT_EQ(first_open_step(two_steps(), scopes, values), 2U);
}

TEST(FormSteps, P9_5_a_chosen_scope_counts_only_while_it_is_granted) {
    Values const values{{"kenmerk", "brin=99AB"}};
    std::vector<Scope> scopes{{{"brin", "99AA"}}, {{"brin", "99AB"}}, {{"brin", "99AC"}}};
    ASSERT_NE(portal::forms::chosen_scope(scopes, values), nullptr);
    scopes.erase(scopes.begin() + 1);
    EXPECT_EQ(portal::forms::chosen_scope(scopes, values), nullptr);
    EXPECT_EQ(portal::forms::chosen_scope({}, values), nullptr);
}

TEST(FormSteps, P6_1_a_scope_is_written_in_a_form_that_reads_back) {
    Scope const scope{{"brin", "99AA"}, {"eenheid", "999A999"}};
    EXPECT_EQ(portal::forms::scope_code(scope), "brin=99AA;eenheid=999A999");
    EXPECT_EQ(portal::forms::scope_from("brin=99AA;eenheid=999A999"), scope);
    EXPECT_TRUE(portal::forms::scope_from("").empty());
}

} // namespace
