#include "overview_cast.h"

#include "portal/forms/summary.h"

#include <gtest/gtest.h>

namespace {

using portal::forms::changed_since;
using portal::forms::Scope;
using portal::forms::seen;
using portal::forms::Values;

portal::FormField text(std::string const& name) {
    return {.name = name,
            .kind = portal::FieldKind::text,
            .label = {},
            .hint = {},
            .help = {},
            .required = true,
            .longest = 100,
            .least = 0,
            .most = 0,
            .choices = {}};
}

portal::Task task_of(std::vector<portal::FormField> fields) {
    auto task = cast::task("formulier");
    task.kind = portal::TaskKind::form;
    task.steps = {{.title = {}, .fields = std::move(fields)}};
    return task;
}

using Names = std::vector<std::string>;

TEST(FormSummary, P9_3_what_was_seen_and_is_the_same_has_not_changed) {
    auto const task = task_of({text("een"), text("twee")});
    Values const values{{"een", "a"}, {"twee", "b"}, {"kenmerk", "brin=99AA"}};
    EXPECT_EQ(changed_since(seen(task, "key", values), task, "key", values), Names{});
}

TEST(FormSummary, P9_3_each_field_that_changed_is_named_and_so_is_for_whom) {
    auto const task = task_of({text("een"), text("twee")});
    auto const before = seen(task, "key", {{"een", "a"}, {"twee", "b"}, {"kenmerk", "brin=99AA"}});
    EXPECT_EQ(
        changed_since(before, task, "key", {{"een", "a"}, {"twee", "c"}, {"kenmerk", "brin=99AA"}}),
        Names{"twee"});
    EXPECT_EQ(
        changed_since(before, task, "key", {{"een", "a"}, {"twee", "b"}, {"kenmerk", "brin=99AB"}}),
        Names{"kenmerk"});
}

TEST(FormSummary, P9_3_what_one_field_holds_is_not_what_another_does) {
    auto const task = task_of({text("een"), text("twee")});
    auto const before = seen(task, "key", {{"een", "a"}, {"twee", "b"}});
    EXPECT_EQ(changed_since(before, task, "key", {{"een", "b"}, {"twee", "a"}}),
              (Names{"een", "twee"}));
}

TEST(FormSummary, P9_3_a_field_that_came_or_went_has_changed) {
    auto const one = task_of({text("een")});
    auto const two = task_of({text("een"), text("twee")});
    EXPECT_EQ(changed_since(seen(one, "key", {}), two, "key", {}), Names{"twee"});
    EXPECT_EQ(changed_since(seen(two, "key", {}), one, "key", {}), Names{"twee"});
}

TEST(FormSummary, P9_3_other_words_of_the_question_or_the_choice_are_another_question) {
    auto field = text("een");
    field.kind = portal::FieldKind::choice;
    field.choices = {{.value = "a", .label = {.dutch = "alles", .english = "all"}}};
    auto const before = seen(task_of({field}), "key", {{"een", "a"}});
    auto asked = field;
    asked.label.english = "another question";
    EXPECT_EQ(changed_since(before, task_of({asked}), "key", {{"een", "a"}}), Names{"een"});
    auto answered = field;
    answered.choices.front().label.dutch = "niets";
    EXPECT_EQ(changed_since(before, task_of({answered}), "key", {{"een", "a"}}), Names{"een"});
}

TEST(FormSummary, P9_3_what_was_seen_of_another_draft_is_not_seen_of_this_one) {
    auto const task = task_of({text("een")});
    EXPECT_FALSE(changed_since(seen(task, "key", {}), task, "other", {}).empty());
    EXPECT_FALSE(changed_since("", task, "key", {}).empty());
    EXPECT_FALSE(changed_since("een=1;een=2;;=", task, "key", {}).empty());
}

TEST(FormSummary, P9_3_only_the_fields_that_the_task_has_are_sent_and_for_whom_always) {
    auto const task = task_of({text("een"), text("twee")});
    Values const typed{{"een", "a"}, {"vroeger", "weg"}};
    EXPECT_EQ(portal::forms::to_send(task, {Scope{{"brin", "99AA"}}}, typed),
              (Values{{"een", "a"}, {"twee", ""}, {"kenmerk", "brin=99AA"}}));
    EXPECT_EQ(portal::forms::to_send(task, {Scope{}}, typed), (Values{{"een", "a"}, {"twee", ""}}));
}

} // namespace
