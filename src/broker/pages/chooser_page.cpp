#include "broker/pages/frame.h"
#include "broker/pages/pages.h"
#include "broker/pages/supplier.h"
#include "markup/choice.h"
#include "markup/form.h"
#include "markup/heading.h"

namespace broker::pages {
namespace {

using markup::Html;
using markup::html;

/// "loa2plus" is level 2+ to a visitor.
std::string mark_of(Level level) {
    switch (level) {
    case Level::loa1:
        return "1";
    case Level::loa2:
        return "2";
    case Level::loa2plus:
        return "2+";
    case Level::loa3:
        return "3";
    case Level::loa4:
        return "4";
    }
    return {};
}

Html wish(Words const& words, Chooser const& view) {
    return html(R"(<p class="nl-paragraph">{}<strong lang="nl">{}</strong>{})"
                R"(<strong lang="nl">{}</strong>{}{}{}</p>)",
                words.sign_in_at, view.provider, words.for_service, view.service,
                words.means_needed, mark_of(view.minimum_level), words.after_level);
}

Html levels(Words const& words, Level minimum) {
    Html marks;
    for (auto const level : {Level::loa1, Level::loa2, Level::loa2plus, Level::loa3, Level::loa4})
        if (level >= minimum)
            marks += html(" <b>{}</b>", mark_of(level));
    return html(R"(<p class="app-level"><span class="app-muted">{}</span>{}</p>)",
                words.accepted_levels, marks);
}

Html fields(Words const& words, Chooser const& view) {
    markup::Select list{.question = {.id = "leverancier",
                                     .label = std::string{words.supplier},
                                     .hint = std::string{words.supplier_hint}},
                        .state = {.value = view.supplier},
                        .options = {{.value = "", .label = std::string{words.make_a_choice}}}};
    if (view.supplier_missing)
        list.state.error = words.supplier_missing;
    for (auto const name : suppliers)
        list.options.push_back(
            {.value = std::string{name}, .label = std::string{words.test_supplier}.append(name)});
    return markup::select(words.form, list) +
           markup::checkbox(words.form, {.question = {.id = "onthoud",
                                                      .label = std::string{words.remember},
                                                      .required = false},
                                         .explanation = std::string{words.remember_warning},
                                         .chosen = view.remember});
}

Html help(Words const& words) {
    static auto const website = markup::Url::external(
        "https://www.eherkenning.nl/", std::vector<std::string>{"https://www.eherkenning.nl"});
    return html(R"(<hr class="app-hr"><p class="nl-paragraph app-small">{}{}{}</p>)",
                words.no_means, markup::link(words.website, website.value()), words.apply_there);
}

} // namespace

http::Response chooser_page(Place const& place, Chooser const& view) {
    auto const& words = place.words;
    auto const self = markup::Url::path("/kiezen/{}", place.visit);
    std::vector<markup::Mistake> mistakes;
    if (view.supplier_missing)
        mistakes.push_back({"leverancier", std::string{words.supplier_missing}});
    auto const buttons = markup::actions(markup::button({.label = std::string{words.go_on}}) +
                                         markup::button({.label = std::string{words.cancel},
                                                         .weight = markup::Weight::subtle,
                                                         .name = "annuleren",
                                                         .value = "ja"}));
    auto const content =
        markup::error_summary(words.mistakes, mistakes) +
        markup::heading(markup::Level::one, words.choose_how) + wish(words, view) +
        levels(words, view.minimum_level) +
        markup::form({.to = self, .hidden = {}, .body = fields(words, view) + buttons}) +
        help(words);
    return page({.words = words,
                 .title = std::string{view.supplier_missing ? words.mistake_in_title : ""}.append(
                     words.choose_how),
                 .self = self,
                 .consumer_address = place.consumer_address,
                 .status = view.supplier_missing ? 422 : 200,
                 .on = place.on},
                content);
}

} // namespace broker::pages
