#include "web/linking/render.h"

#include "markup/choice.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/steps.h"
#include "web/linking/words.h"

#include <fmt/format.h>

namespace web::linking {

using markup::html;
using markup::Html;
using markup::Url;

namespace {

Words const& said(Context const& context) { return words(context.language); }

Html steps(Context const& context, std::size_t current) {
    auto const& words = said(context);
    return markup::steps(
        {.label = std::string{words.steps_label},
         .words = fmt::format(fmt::runtime(words.step_of), current),
         .done = std::string{words.done},
         .names = {std::string{words.step_1}, std::string{words.step_2}, std::string{words.step_3},
                   std::string{words.step_4}, std::string{words.step_5}},
         .current = current});
}

Html help(Context const& context) {
    auto const& words = said(context);
    return markup::aside({.id = "hulp",
                          .heading = std::string{words.help_heading},
                          .body = markup::small_print(words.help_text) +
                                  html("<p>{}</p>", markup::link(shared_words(context).contact,
                                                                 Url::path("/contact")))});
}

/// One page of the process: steps, mistakes, heading, content, in this order.
http::Response step_page(Context const& context, std::size_t current, std::string_view heading,
                         Html const& mistakes, Html const& content) {
    auto const& words = said(context);
    auto main = steps(context, current) + mistakes +
                markup::stack(markup::heading_with_kicker(words.process, heading) + content);
    return page(context,
                {.title = std::string{heading},
                 .main = markup::stack(main, markup::Spacing::large),
                 .aside = help(context),
                 .layout = markup::Layout::aside,
                 .has_mistakes = !mistakes.empty()},
                mistakes.empty() ? 200 : 422);
}

Html summary(Context const& context, std::string_view field, std::string const& error) {
    if (error.empty())
        return {};
    return markup::error_summary(shared_words(context).summary_heading,
                                 {{std::string{field}, error}});
}

Html continue_button(Context const& context) {
    return markup::button({.label = std::string{shared_words(context).continue_label}});
}

Html agreement(Context const& context, Url const& to, std::string const& error,
               Url const& previous) {
    auto const& words = said(context);
    auto box = markup::checkbox(form_words(context),
                                {.question = {.id = "akkoord", .label = std::string{words.agree}},
                                 .state = {.error = error}});
    box += markup::actions(continue_button(context) + markup::or_link(shared_words(context).or_word,
                                                                      words.previous, previous));
    return markup::form({.to = to, .hidden = {form_token(context)}, .body = box});
}

/// A page that ends the process for now: a heading, what is the matter, what to do.
http::Response notice(Context const& context, std::string_view heading, markup::Tone tone,
                      std::vector<std::string> const& sentences, Html const& way_on, int status) {
    Html body;
    for (auto const& sentence : sentences)
        body += markup::paragraph(sentence);
    auto main = markup::stack(markup::heading_with_kicker(said(context).process, heading) +
                                  markup::alert({.tone = tone, .body = body}) + way_on,
                              markup::Spacing::large);
    return page(context,
                {.title = std::string{heading},
                 .main = std::move(main),
                 .aside = help(context),
                 .layout = markup::Layout::aside},
                status);
}

Html back_to_linking(Context const& context) {
    return html("<p>{}</p>", markup::link(said(context).back, Url::path("/koppelen/koppelen")));
}

} // namespace

http::Response show_before(Context const& context, std::string const& error) {
    auto const& words = said(context);
    auto const question = markup::radio_group(
        form_words(context), {.question = {.id = "situatie", .label = std::string{words.situation}},
                              .state = {.error = error},
                              .choices = {{"beide", std::string{words.have_both}},
                                          {"geen", std::string{words.have_not}}},
                              .boxed = true});
    auto const buttons = markup::actions(
        continue_button(context) +
        html(R"(<span>{} <button class="app-linkbutton" type="submit" name="annuleren")"
             R"( value="ja">{}</button></span>)",
             shared_words(context).or_word, words.cancel));
    auto const content = markup::paragraph(words.welcome) + markup::paragraph(words.needed) +
                         markup::alert({.tone = markup::Tone::warning,
                                        .heading = std::string{words.note_heading},
                                        .body = markup::paragraph(words.note)}) +
                         markup::form({.to = Url::path("/koppelen/voordat-u-begint"),
                                       .hidden = {form_token(context)},
                                       .body = question + buttons});
    return step_page(context, 2, words.before, summary(context, "situatie", error), content);
}

http::Response show_disclaimer(Context const& context, std::string const& error) {
    auto const& words = said(context);
    auto const content = markup::heading(markup::Level::two, words.fraud_heading) +
                         markup::paragraph(words.fraud) +
                         markup::heading(markup::Level::two, words.privacy_heading) +
                         markup::paragraph(words.privacy) +
                         agreement(context, Url::path("/koppelen/disclaimer"), error,
                                   Url::path("/koppelen/voordat-u-begint"));
    return step_page(context, 3, words.disclaimer, summary(context, "akkoord", error), content);
}

http::Response show_terms(Context const& context, std::string const& error) {
    auto const& words = said(context);
    auto const content =
        markup::paragraph(words.terms_text) +
        html("<p>{}</p>", markup::link(words.terms_link, Url::path("/gebruikersvoorwaarden"))) +
        agreement(context, Url::path("/koppelen/gebruikersvoorwaarden"), error,
                  Url::path("/koppelen/disclaimer"));
    return step_page(context, 4, words.terms, summary(context, "akkoord", error), content);
}

namespace {

Html username_field(Context const& context, markup::FieldState const& state) {
    auto const& words = said(context);
    return markup::text_field(form_words(context),
                              {.question = {.id = "gebruikersnaam",
                                            .label = std::string{words.username},
                                            .hint = std::string{words.username_hint},
                                            .help = std::string{words.username_help}},
                               .state = state,
                               .autocomplete = "username",
                               .autocapitalize = "characters",
                               .monospace = true,
                               .spellcheck = false,
                               .width = markup::Width::medium});
}

Html code_field(Context const& context, CombinationView const& view) {
    auto const& words = said(context);
    auto const error = view.wrong ? std::string{words.wrong} : view.code.error;
    return markup::text_field(form_words(context),
                              {.question = {.id = "activatiecode",
                                            .label = std::string{words.code},
                                            .hint = std::string{words.code_hint},
                                            .help = std::string{words.code_help}},
                               .state = {.value = {}, .error = error},
                               .autocomplete = "one-time-code",
                               .autocapitalize = "characters",
                               .monospace = true,
                               .spellcheck = false,
                               .width = markup::Width::medium});
}

Html attempts_left(Context const& context, CombinationView const& view) {
    if (!view.wrong)
        return {};
    auto const& words = said(context);
    auto const left = view.attempts_left == 1
                          ? std::string{words.try_left}
                          : fmt::format(fmt::runtime(words.tries_left), view.attempts_left);
    return markup::alert({.tone = markup::Tone::warning,
                          .body = html("<p><strong>{}</strong> {}</p>", left, words.then_block)});
}

Html combination_mistakes(Context const& context, CombinationView const& view) {
    auto const& words = said(context);
    if (view.wrong)
        return markup::error_summary(words.failed, {{"gebruikersnaam", std::string{words.wrong}}});
    markup::Mistakes mistakes;
    mistakes.note("gebruikersnaam", view.username).note("activatiecode", view.code);
    return markup::error_summary(shared_words(context).summary_heading, mistakes.all());
}

} // namespace

http::Response show_combination(Context const& context, CombinationView const& view) {
    auto const& words = said(context);
    auto const fields =
        username_field(context, view.username) + code_field(context, view) +
        markup::actions(markup::button({.label = std::string{words.link}, .icon = "link"}) +
                        markup::or_link(shared_words(context).or_word, words.previous,
                                        Url::path("/koppelen/gebruikersvoorwaarden")));
    auto const content =
        attempts_left(context, view) + markup::form({.to = Url::path("/koppelen/koppelen"),
                                                     .hidden = {form_token(context)},
                                                     .body = fields,
                                                     .autocomplete = false});
    return step_page(context, 5, words.combination, combination_mistakes(context, view), content);
}

http::Response show_blocked(Context const& context, foundation::Instant until) {
    auto const& words = said(context);
    // The clock shows whole minutes: round up, so that who comes at that time can go on.
    auto const shown = std::chrono::ceil<std::chrono::minutes>(until);
    auto const from = fmt::format("{} {}.", words.blocked_from, clock_time(context, shown));
    return notice(context, words.blocked, markup::Tone::error,
                  {std::string{words.blocked_text}, from, std::string{words.blocked_advice}},
                  back_to_linking(context), 422);
}

http::Response show_expired(Context const& context) {
    auto const& words = said(context);
    return notice(context, words.expired, markup::Tone::warning,
                  {std::string{words.expired_text}, std::string{words.expired_advice}},
                  back_to_linking(context), 422);
}

http::Response show_in_use(Context const& context) {
    auto const& words = said(context);
    return notice(context, words.in_use, markup::Tone::warning, {std::string{words.in_use_text}},
                  back_to_linking(context), 422);
}

http::Response show_level_too_low(Context const& context) {
    auto const& words = said(context);
    return notice(context, words.level, markup::Tone::warning, {std::string{words.level_text}}, {},
                  403);
}

http::Response show_linked(Context const& context) {
    auto const& words = said(context);
    auto const content =
        markup::alert({.tone = markup::Tone::ok,
                       .heading = std::string{words.linked_kicker},
                       .body = html("<p><strong>{}</strong></p>", words.linked_text) +
                               markup::paragraph(words.linked_further),
                       .announced = true}) +
        html("<p>{}</p>",
             markup::button_link({.label = std::string{shared_words(context).continue_label}},
                                 Url::path("/overzicht")));
    auto main = markup::stack(markup::heading_with_kicker(words.process, words.linked) + content,
                              markup::Spacing::large);
    return page(context, {.title = std::string{words.linked}, .main = markup::narrow(main)});
}

http::Response show_no_code(Context const& context, markup::FieldState const& username,
                            bool requested) {
    auto const& words = said(context);
    auto const ask = markup::form(
        {.to = Url::path("/koppelen/geen-code"),
         .hidden = {form_token(context)},
         .body = username_field(context, username) +
                 markup::actions(markup::button({.label = std::string{words.request}}) +
                                 markup::or_link(shared_words(context).or_word, words.back,
                                                 Url::path("/koppelen")))});
    auto const done = requested ? markup::alert({.tone = markup::Tone::ok,
                                                 .body = markup::paragraph(words.requested),
                                                 .announced = true})
                                : Html{};
    auto const content =
        done + markup::paragraph(words.no_code_text) +
        html("<ul><li>{}</li><li>{}</li></ul>", words.no_code_username, words.no_code_code) +
        markup::heading(markup::Level::two, words.request_heading) +
        markup::paragraph(words.request_text) + ask;
    return step_page(context, 2, words.no_code, summary(context, "gebruikersnaam", username.error),
                     content);
}

} // namespace web::linking
