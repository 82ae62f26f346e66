#include "broker/pages/frame.h"
#include "broker/pages/pages.h"
#include "markup/choice.h"
#include "markup/form.h"
#include "markup/heading.h"

namespace broker::pages {

http::Response organisation_page(Place const& place, std::vector<Organisation> const& organisations,
                                 bool nothing_chosen) {
    auto const& words = place.words;
    auto const self = markup::Url::path("/organisatie/{}", place.visit);
    std::string const error{nothing_chosen ? words.organisation_missing : ""};
    markup::ChoiceGroup group{
        .question = {.id = "organisatie", .label = std::string{words.organisation}},
        .state = {.error = error},
        .choices = {},
        .boxed = true};
    for (auto const& one : organisations)
        group.choices.push_back({.value = one.kvk,
                                 .label = one.name.empty() ? one.kvk : one.name,
                                 .explanation = std::string{words.number}.append(one.kvk)});
    auto const buttons = markup::actions(markup::button({.label = std::string{words.go_on}}) +
                                         markup::button({.label = std::string{words.cancel},
                                                         .weight = markup::Weight::subtle,
                                                         .name = "annuleren",
                                                         .value = "ja"}));
    auto const content =
        markup::error_summary(words.mistakes,
                              markup::Mistakes{}.note("organisatie", group.state).all()) +
        markup::heading(markup::Level::one, words.on_behalf_of_whom) +
        markup::form(
            {.to = self, .hidden = {}, .body = markup::radio_group(words.form, group) + buttons});
    return page({.words = words,
                 .title = std::string{nothing_chosen ? words.mistake_in_title : ""}.append(
                     words.on_behalf_of_whom),
                 .self = self,
                 .consumer_address = place.consumer_address,
                 .status = nothing_chosen ? 422 : 200,
                 .on = place.on},
                content);
}

} // namespace broker::pages
