#include "broker/pages/frame.h"
#include "broker/pages/pages.h"
#include "markup/choice.h"
#include "markup/form.h"
#include "markup/heading.h"

namespace broker::pages {
namespace {

using markup::Html;
using markup::html;

markup::ChoiceGroup list(Words const& words, SwitchChoice const& choice) {
    auto const* const on = choice.position.on;
    markup::ChoiceGroup group{
        .question = {.id = "schakelaar", .label = std::string{words.which_switch}},
        .state = {.error = choice.error},
        .choices = {{.value = "geen",
                     .label = std::string{words.no_switch},
                     .explanation = std::string{words.no_switch_explained},
                     .chosen = on == nullptr}},
        .boxed = true};
    for (auto const& one : switches::all()) {
        auto const& said = said_of(one, words);
        group.choices.push_back({.value = std::string{one.name},
                                 .label = std::string{said.title},
                                 .explanation = std::string{said.broker}
                                                    .append(" ")
                                                    .append(words.portal_shows)
                                                    .append(said.portal),
                                 .chosen = on == &one});
    }
    return group;
}

} // namespace

http::Response switches_page(Setting const& setting, SwitchChoice const& choice) {
    auto const& words = setting.words;
    auto const self = markup::Url::path("/schakelaars");
    auto const group = list(words, choice);
    markup::TextField const delay{.question = {.id = "seconden",
                                               .label = std::string{words.delay},
                                               .hint = std::string{words.delay_hint},
                                               .required = false},
                                  .state = choice.delay,
                                  .autocomplete = "off",
                                  .inputmode = "numeric",
                                  .width = markup::Width::small};
    bool const wrong = !choice.error.empty() || !choice.delay.error.empty();
    auto const content =
        markup::error_summary(words.mistakes, markup::Mistakes{}
                                                  .note("schakelaar", group.state)
                                                  .note("seconden", delay.state)
                                                  .all()) +
        markup::heading(markup::Level::one, words.switches) +
        markup::paragraph(words.switches_explained) +
        markup::form(
            {.to = self,
             .hidden = {{"taal", std::string{words.language}}},
             .body = markup::radio_group(words.form, group) +
                     markup::text_field(words.form, delay) +
                     markup::actions(markup::button({.label = std::string{words.set_switch}}))});
    return page({.words = words,
                 .title = std::string{wrong ? words.mistake_in_title : ""}.append(words.switches),
                 .self = self,
                 .status = wrong ? 422 : 200,
                 .on = setting.on},
                content);
}

} // namespace broker::pages
