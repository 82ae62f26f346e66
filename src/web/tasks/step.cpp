#include "markup/choice.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/steps.h"
#include "web/kept_form.h"
#include "web/tasks/render.h"
#include "web/tasks/words.h"

#include <fmt/format.h>

namespace web::tasks {

using markup::Html;
using markup::Url;
using portal::FieldKind;
using portal::forms::Flaw;

namespace {

Words const& said(Context const& context) { return words(context.language); }

markup::FieldState state_of(StepView const& view, std::string const& name) {
    auto const& values = view.filling.draft.values;
    auto const value = values.find(name);
    auto const mistake = view.mistakes.find(name);
    return {.value = value == values.end() ? std::string{} : value->second,
            .error = mistake == view.mistakes.end() ? std::string{} : mistake->second};
}

markup::Question question_of(Context const& context, portal::FormField const& field) {
    return {.id = field.name,
            .label = field.label.in(context.language),
            .hint = field.hint.in(context.language),
            .help = field.help.in(context.language),
            .required = field.required};
}

Html choices_of(Context const& context, portal::FormField const& field,
                markup::FieldState const& state) {
    std::vector<markup::Choice> choices;
    choices.reserve(field.choices.size());
    for (auto const& one : field.choices)
        choices.push_back({.value = one.value,
                           .label = one.label.in(context.language),
                           .chosen = one.value == state.value});
    return markup::radio_group(
        form_words(context),
        {.question = question_of(context, field), .state = state, .choices = std::move(choices)});
}

/// The help of a confirmation stands open below it: one reads before one confirms.
Html confirmation_of(Context const& context, portal::FormField const& field,
                     markup::FieldState const& state) {
    return markup::checkbox(form_words(context), {.question = question_of(context, field),
                                                  .state = state,
                                                  .explanation = field.help.in(context.language),
                                                  .chosen = state.value == "ja"});
}

markup::TextField text_field_of(Context const& context, portal::FormField const& field,
                                markup::FieldState const& state) {
    markup::TextField text{.question = question_of(context, field), .state = state};
    switch (field.kind) {
    case FieldKind::number:
    case FieldKind::date:
        text.inputmode = field.kind == FieldKind::number ? "numeric" : "";
        text.width = markup::Width::medium;
        text.spellcheck = false;
        break;
    case FieldKind::email:
        text.inputmode = "email";
        text.autocapitalize = "none";
        text.spellcheck = false;
        break;
    case FieldKind::text:
    case FieldKind::choice:
    case FieldKind::confirmation:
        break;
    }
    return text;
}

Html field_of(Context const& context, StepView const& view, portal::FormField const& field) {
    auto const state = state_of(view, field.name);
    if (field.kind == FieldKind::choice)
        return choices_of(context, field, state);
    if (field.kind == FieldKind::confirmation)
        return confirmation_of(context, field, state);
    return markup::text_field(form_words(context), text_field_of(context, field, state));
}

/// P6.1: for which of the granted values; asked first, and only when there is a choice.
Html scope_question(Context const& context, StepView const& view) {
    auto const& scopes = view.filling.scopes;
    if (view.step != 0 || !portal::forms::wants_scope(scopes))
        return {};
    auto const& words = said(context);
    auto const name = std::string{portal::forms::scope_field};
    auto const state = state_of(view, name);
    std::vector<markup::Choice> choices;
    for (auto const& scope : scopes) {
        auto code = portal::forms::scope_code(scope);
        bool const chosen = code == state.value;
        choices.push_back(
            {.value = std::move(code), .label = scope_words(context, scope), .chosen = chosen});
    }
    return markup::radio_group(form_words(context),
                               {.question = {.id = name,
                                             .label = std::string{words.scope},
                                             .hint = std::string{words.scope_hint},
                                             .help = std::string{words.scope_help}},
                                .state = state,
                                .choices = std::move(choices)});
}

/// The steps of the task with the summary as the last one.
Html steps_of(Context const& context, StepView const& view) {
    auto const& words = said(context);
    std::vector<std::string> names;
    names.reserve(view.filling.task.steps.size() + 1);
    for (auto const& step : view.filling.task.steps)
        names.push_back(step.title.in(context.language));
    names.emplace_back(words.check);
    auto const count = names.size();
    return markup::steps({.label = std::string{words.steps_label},
                          .words = fmt::format(fmt::runtime(words.step_of), view.step + 1, count),
                          .done = std::string{words.done},
                          .names = std::move(names),
                          .current = view.step + 1});
}

Html buttons_of(Context const& context, StepView const& view) {
    auto const& words = said(context);
    auto buttons = markup::button({.label = std::string{words.next}});
    if (view.step > 0)
        buttons += markup::button({.label = std::string{words.back},
                                   .weight = markup::Weight::secondary,
                                   .name = "vorige",
                                   .value = "ja"});
    buttons += markup::button({.label = std::string{words.keep},
                               .weight = markup::Weight::subtle,
                               .name = "bewaren",
                               .value = "ja"});
    return markup::actions(buttons + renewal_button(context));
}

/// The mistakes in the order in which the fields stand on the page.
std::vector<markup::Mistake> mistakes_of(StepView const& view) {
    markup::Mistakes mistakes;
    auto const note = [&](std::string const& name) {
        mistakes.note(name, {.error = state_of(view, name).error});
    };
    note(std::string{portal::forms::scope_field});
    for (auto const& field : view.filling.task.steps.at(view.step).fields)
        note(field.name);
    return mistakes.all();
}

} // namespace

std::string mistake_words(Context const& context, portal::FormField const& field, Flaw flaw) {
    auto const& words = said(context);
    auto const filled = [&](std::string_view pattern) {
        return fmt::format(fmt::runtime(pattern),
                           fmt::arg("label", field.label.in(context.language)),
                           fmt::arg("longest", field.longest), fmt::arg("least", field.least),
                           fmt::arg("most", field.most));
    };
    switch (flaw) {
    case Flaw::missing:
        return filled(field.kind == FieldKind::choice ? words.missing_choice : words.missing);
    case Flaw::too_long:
        return filled(words.too_long);
    case Flaw::not_a_number:
        return filled(words.not_a_number);
    case Flaw::too_small:
        return filled(words.too_small);
    case Flaw::too_large:
        return filled(words.too_large);
    case Flaw::not_a_date:
        return filled(words.not_a_date);
    case Flaw::not_an_address:
        return filled(words.not_an_address);
    case Flaw::not_a_choice:
        return filled(words.not_a_choice);
    case Flaw::not_confirmed:
        return filled(words.not_confirmed);
    case Flaw::not_on_one_line:
        break;
    }
    return filled(words.not_on_one_line);
}

http::Response show_step(Context const& context, StepView const& view) {
    auto const& task = view.filling.task;
    auto const& step = task.steps.at(view.step);
    auto hidden = kept_form_fields(context);
    hidden.push_back({"sleutel", view.filling.draft.key});
    if (view.then_check)
        hidden.push_back({"naar", "controleren"});
    auto body = renewal_notice(context) + scope_question(context, view);
    for (auto const& field : step.fields)
        body += field_of(context, view, field);
    body += buttons_of(context, view);
    auto const mistakes = mistakes_of(view);
    auto const main = markup::error_summary(shared_words(context).summary_heading, mistakes) +
                      steps_of(context, view) +
                      markup::heading_with_kicker(task.name.in(context.language),
                                                  step.title.in(context.language)) +
                      markup::paragraph(shared_words(context).all_required) +
                      markup::form({.to = Url::path("/taken/{}/stap/{}", task.code, view.step + 1),
                                    .hidden = std::move(hidden),
                                    .body = std::move(body),
                                    .kept = true});
    return page(context,
                {.title = step.title.in(context.language),
                 .main = markup::narrow(main),
                 .breadcrumb = breadcrumb(context, task),
                 .has_mistakes = !mistakes.empty(),
                 .keeps_form = true},
                mistakes.empty() ? 200 : 422);
}

} // namespace web::tasks
