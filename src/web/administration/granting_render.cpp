#include "markup/choice.h"
#include "markup/form.h"
#include "markup/layout.h"
#include "web/administration/granting.h"
#include "web/administration/role_words.h"

#include <fmt/format.h>

namespace web::administration {

using markup::html;
using markup::Html;
using markup::Url;

namespace {

std::string filled(std::string_view sentence, std::string const& with) {
    return fmt::format(fmt::runtime(sentence), with);
}

Url granting_page(portal::AccountId const& id) {
    return Url::path("/beheer/gebruikers/{}/rollen/toekennen", id);
}

/// The values that the organisation owns: no others can be given (P6.1).
Html attribute_field(Context const& context, std::string const& type,
                     markup::FieldState const& state) {
    auto const& words = said(context);
    auto const& organisation = context.visitor.standing->organisation;
    auto const name = attribute_name(context, type);
    markup::Select field{.question = {.id = "kenmerk-" + type,
                                      .label = name,
                                      .hint = std::string{words.attribute_hint}},
                         .state = state,
                         .options = {{"", std::string{words.choose}}}};
    for (auto const& owned : organisation.attributes)
        if (owned.type == type)
            field.options.push_back({owned.value, value_in_words(organisation, type, owned.value)});
    auto const none = markup::when(field.options.size() == 1, [&] {
        return markup::alert(markup::Tone::warning,
                             name + ": " + std::string{words.attribute_none});
    });
    return none + markup::select(form_words(context), field);
}

Html date_field(Context const& context, std::string_view id, std::string_view label,
                std::string_view hint, markup::FieldState const& state, bool required) {
    return markup::text_field(form_words(context), {.question = {.id = std::string{id},
                                                                 .label = std::string{label},
                                                                 .hint = std::string{hint},
                                                                 .required = required},
                                                    .state = state,
                                                    .autocomplete = "off",
                                                    .inputmode = "numeric",
                                                    .width = markup::Width::small});
}

Html tasks(Context const& context, std::string_view heading,
           std::vector<std::string> const& codes) {
    if (codes.empty())
        return {};
    return markup::heading(markup::Level::two, heading) +
           html("<ul>{}</ul>", markup::each(codes, [&](std::string const& code) {
                    return html("<li>{}</li>", task_name(context, code));
                }));
}

/// The effect in plain words (P6.4).
Html effect_sentences(Context const& context, GrantForm const& form) {
    auto const& words = said(context);
    auto const& organisation = context.visitor.standing->organisation;
    auto const from = *foundation::parse_dutch_date(form.from.value);
    auto sentences = markup::paragraph(fmt::format(fmt::runtime(words.effect_sentence),
                                                   form.role->name.in(context.language),
                                                   long_date(context, from)));
    for (auto const& [type, state] : form.attributes)
        sentences +=
            markup::paragraph(fmt::format(fmt::runtime(words.effect_attribute),
                                          foundation::lower_ascii(attribute_name(context, type)),
                                          value_in_words(organisation, type, state.value)));
    if (auto const until = foundation::parse_dutch_date(form.until.value))
        sentences += markup::paragraph(filled(words.effect_until, long_date(context, *until)));
    if (from > foundation::in_amsterdam(context.now).date)
        sentences += markup::paragraph(words.effect_later);
    return sentences;
}

} // namespace

http::Response show_role_choice(Context const& context, UserFile const& file,
                                std::string const& error) {
    auto const& words = said(context);
    auto const& account = file.account;
    markup::ChoiceGroup group{.question = {.id = "rol",
                                           .label = std::string{words.grant_which},
                                           .help = std::string{words.grant_help}},
                              .state = {.error = error},
                              .choices = {}};
    for (auto const* role : may_be_granted(context, account))
        group.choices.push_back({.value = role->code,
                                 .label = role->name.in(context.language),
                                 .explanation = role->explanation.in(context.language)});
    if (group.choices.empty())
        return show_user(context, file, words.grant_none);
    auto const buttons = markup::actions(
        markup::button({.label = std::string{shared_words(context).continue_label}}) +
        cancel_link(context, user_page(account.id)));
    markup::Mistakes mistakes;
    mistakes.note("rol", group.state);
    return page_about(
        context, account,
        {.title = filled(words.grant_title, account.person.name),
         .main = markup::form({.to = granting_page(account.id),
                               .hidden = {form_token(context), {"stap", "rol"}},
                               .body = markup::radio_group(form_words(context), group) + buttons}),
         .mistakes = mistakes.all()});
}

http::Response show_grant(Context const& context, UserFile const& file, GrantForm const& form) {
    auto const& words = said(context);
    auto const& account = file.account;
    Html fields;
    markup::Mistakes mistakes;
    for (auto const& [type, state] : form.attributes) {
        fields += attribute_field(context, type, state);
        mistakes.note("kenmerk-" + type, state);
    }
    mistakes.note("van", form.from).note("tot", form.until).note("reden", form.reason);
    fields += date_field(context, "van", words.from, words.from_hint, form.from, true) +
              date_field(context, "tot", words.until, words.until_hint, form.until, false) +
              markup::text_field(form_words(context),
                                 {.question = {.id = "reden",
                                               .label = std::string{words.reason},
                                               .hint = std::string{words.grant_reason_hint}},
                                  .state = form.reason,
                                  .autocomplete = "off"}) +
              markup::actions(markup::button({.label = std::string{words.to_effect}}) +
                              markup::or_link(shared_words(context).or_word, words.other_role,
                                              granting_page(account.id)));
    auto const role =
        markup::card(markup::CardLook::flat,
                     markup::heading(markup::Level::two, form.role->name.in(context.language)) +
                         markup::paragraph(form.role->explanation.in(context.language)));
    return page_about(context, account,
                      {.title = filled(words.grant_title, account.person.name),
                       .main = role + markup::paragraph(shared_words(context).all_required) +
                               markup::form({.to = granting_page(account.id),
                                             .hidden = {form_token(context),
                                                        {"stap", "gegevens"},
                                                        {"rol", form.role->code}},
                                             .body = fields}),
                       .mistakes = mistakes.all()});
}

http::Response show_effect(Context const& context, UserFile const& file, GrantForm const& form,
                           portal::administration::Effect const& effect) {
    auto const& words = said(context);
    auto const& account = file.account;
    std::vector<markup::Hidden> hidden{form_token(context),       {"stap", "opslaan"},
                                       {"rol", form.role->code},  {"van", form.from.value},
                                       {"tot", form.until.value}, {"reden", form.reason.value}};
    for (auto const& [type, state] : form.attributes)
        hidden.push_back({"kenmerk-" + type, state.value});
    hidden.push_back(ticket(context));
    auto const buttons = markup::actions(markup::button({.label = std::string{words.effect_save}}) +
                                         markup::button({.label = std::string{words.effect_change},
                                                         .weight = markup::Weight::secondary,
                                                         .name = "wijzigen",
                                                         .value = "ja"}) +
                                         cancel_link(context, user_page(account.id)));
    return page_about(context, account,
                      {.title = filled(words.effect_title, account.person.name),
                       .main = effect_sentences(context, form) +
                               tasks(context, words.effect_gained, effect.tasks_gained) +
                               tasks(context, words.effect_kept, effect.tasks_kept) +
                               markup::paragraph(words.effect_none) +
                               markup::form({.to = granting_page(account.id),
                                             .hidden = std::move(hidden),
                                             .body = buttons})});
}

} // namespace web::administration
