#include "broker/pages/frame.h"
#include "broker/pages/pages.h"
#include "markup/choice.h"
#include "markup/form.h"
#include "markup/heading.h"

#include <ranges>

namespace broker::pages {
namespace {

using markup::Html;
using markup::html;

std::string description(Words const& words, Listed const& listed) {
    auto const& first = listed.person.organisations.front();
    auto text = first.name + ", ";
    text.append(words.number).append(first.kvk);
    if (listed.person.organisations.size() > 1)
        text.append(" ").append(words.more_organisations_too);
    text.append(", ").append(words.level).append(name_of(listed.person.level).substr(3));
    return text;
}

Html entry(Words const& words, Listed const& listed, std::size_t number) {
    auto const& name = listed.person.name;
    auto const note = html(R"(, <span lang="nl">{}</span>)", listed.note);
    return html(R"(<li>{}<div><strong>{}</strong><br><span class="app-small app-muted">{}{}</span>)"
                R"(</div><button class="nl-button nl-button--secondary" type="submit")"
                R"( name="persoon" value="{}" aria-label="{}{}">)"
                R"(<span class="nl-button__label">{}</span></button></li>)",
                markup::icon("user"), name, description(words, listed),
                markup::when(!listed.note.empty(), note), number, words.sign_in_as, name,
                words.sign_in);
}

Html people_form(Words const& words, std::vector<Listed> const& people, markup::Url const& to) {
    Html entries;
    for (std::size_t i = 0; i < people.size(); ++i)
        entries += entry(words, people[i], i + 1);
    return markup::form(
        {.to = to, .hidden = {}, .body = html(R"(<ul class="app-files">{}</ul>)", entries)});
}

markup::Question question(std::string id, std::string_view label, std::string_view hint = {},
                          bool required = false) {
    return {.id = std::move(id),
            .label = std::string{label},
            .hint = std::string{hint},
            .required = required};
}

Html level_field(Words const& words, SomebodyElse const& form) {
    markup::Select list{.question = question("niveau", words.assurance_level, {}, true),
                        .state = form.level,
                        .options = {},
                        .width = markup::Width::medium};
    for (auto const level : {Level::loa1, Level::loa2, Level::loa2plus, Level::loa3, Level::loa4})
        list.options.push_back({std::string{name_of(level)}, std::string{name_of(level)}});
    return markup::select(words.form, list);
}

Html fields(Words const& words, SomebodyElse const& form) {
    auto const field = [&](markup::Question asked, markup::FieldState const& state,
                           markup::Width width = markup::Width::full, char const* mode = "") {
        return markup::text_field(words.form, {.question = std::move(asked),
                                               .state = state,
                                               .autocomplete = "off",
                                               .inputmode = mode,
                                               .width = width});
    };
    using enum markup::Width;
    return field(question("naam", words.name, words.name_hint), form.name) +
           field(question("pseudoniem", words.pseudonym, words.pseudonym_hint), form.pseudonym) +
           field(question("kvk", words.kvk, words.kvk_hint, true), form.kvk, small, "numeric") +
           field(question("organisatie", words.organisation_name), form.organisation_name) +
           field(question("vestiging", words.branch, words.branch_hint), form.branch, medium,
                 "numeric") +
           markup::text_area(words.form, {.question = question("andere", words.other_organisations,
                                                               words.other_organisations_hint),
                                          .state = form.other_organisations,
                                          .rows = 3}) +
           level_field(words, form) +
           markup::actions(markup::button({.label = std::string{words.sign_in}}));
}

markup::Mistakes mistakes_of(SomebodyElse const& form) {
    markup::Mistakes mistakes;
    mistakes.note("naam", form.name)
        .note("pseudoniem", form.pseudonym)
        .note("kvk", form.kvk)
        .note("vestiging", form.branch)
        .note("andere", form.other_organisations)
        .note("niveau", form.level);
    return mistakes;
}

} // namespace

bool SomebodyElse::is_wrong() const { return !mistakes_of(*this).all().empty(); }

http::Response means_page(Place const& place, std::string_view supplier,
                          std::vector<Listed> const& people, SomebodyElse const& form) {
    auto const& words = place.words;
    auto const self = markup::Url::path("/inloggen/{}", place.visit);
    auto const title = std::string{words.sign_in_with}.append(words.test_supplier).append(supplier);
    auto const cancel = markup::post_button({.to = self,
                                             .button = {.label = std::string{words.cancel},
                                                        .weight = markup::Weight::subtle,
                                                        .name = "annuleren",
                                                        .value = "ja"},
                                             .hidden = {}});
    auto const content =
        markup::error_summary(words.mistakes, mistakes_of(form).all()) +
        markup::heading(markup::Level::one, title) + markup::paragraph(words.means_explained) +
        markup::heading(markup::Level::two, words.invented_people) +
        people_form(words, people, self) +
        markup::heading(markup::Level::two, words.somebody_else) +
        markup::paragraph(words.somebody_else_explained) +
        markup::form({.to = self, .hidden = {{"persoon", "anders"}}, .body = fields(words, form)}) +
        cancel;
    return page({.words = words,
                 .title = std::string{form.is_wrong() ? words.mistake_in_title : ""} + title,
                 .self = self,
                 .consumer_address = place.consumer_address,
                 .status = form.is_wrong() ? 422 : 200,
                 .on = place.on},
                content);
}

} // namespace broker::pages
