#include "markup/choice.h"
#include "markup/heading.h"
#include "web/agency/appointment_form.h"

#include <algorithm>
#include <fmt/format.h>

namespace web::agency {

using markup::Html;

namespace {

struct Labels {
    std::string_view id, label, hint{}, help{};
    bool required = true;
};

Html line(Context const& context, Labels const& labels, markup::FieldState const& state,
          markup::Width width = markup::Width::full) {
    return markup::text_field(form_words(context), {.question = {.id = std::string{labels.id},
                                                                 .label = std::string{labels.label},
                                                                 .hint = std::string{labels.hint},
                                                                 .help = std::string{labels.help},
                                                                 .required = labels.required},
                                                    .state = state,
                                                    .autocomplete = "off",
                                                    .width = width});
}

bool contains(std::vector<std::string> const& values, std::string const& value) {
    return std::ranges::find(values, value) != values.end();
}

Html sectors(Context const& context, AppointmentForm const& form) {
    auto const& words = said(context);
    markup::ChoiceGroup group{.question = {.id = "sector",
                                           .label = std::string{words.sectors},
                                           .hint = std::string{words.sector_hint}},
                              .state = form.sector,
                              .choices = {}};
    for (auto const& sector : context.site.catalogue.sectors)
        group.choices.push_back({.value = sector.code,
                                 .label = sector.name.in(context.language),
                                 .chosen = contains(form.sectors, sector.code)});
    return markup::checkbox_group(form_words(context), group);
}

Html roles(Context const& context, AppointmentForm const& form) {
    auto const& words = said(context);
    markup::ChoiceGroup group{.question = {.id = "beheerrol",
                                           .label = std::string{words.role},
                                           .hint = std::string{words.role_hint}},
                              .state = form.role,
                              .choices = {}};
    for (auto const& role : context.site.catalogue.administrator_roles)
        group.choices.push_back({.value = role.code,
                                 .label = role.name.in(context.language),
                                 .explanation = role.explanation.in(context.language),
                                 .chosen = contains(form.roles, role.code)});
    return markup::checkbox_group(form_words(context), group);
}

/// An example that has the form of the type: 99AA.
Html attribute_areas(Context const& context, AppointmentForm const& form) {
    auto const& words = said(context);
    Html all;
    for (auto const& [code, state] : form.attributes) {
        auto const* type = context.site.catalogue.attribute_type(code);
        all += markup::text_area(
            form_words(context),
            {.question = {.id = "kenmerken-" + code,
                          .label = fmt::format(fmt::runtime(words.attribute_label),
                                               type->name.in(context.language)),
                          .hint = fmt::format(fmt::runtime(words.attribute_hint), type->format),
                          .help = std::string{words.attribute_help},
                          .help_about = type->name.in(context.language),
                          .required = false},
             .state = state,
             .rows = 3});
    }
    return all;
}

} // namespace

Html appointment_fields(Context const& context, AppointmentForm const& form) {
    auto const& words = said(context);
    using markup::Level;
    return markup::heading(Level::two, words.organisation_heading) +
           line(context,
                {"organisatie", words.organisation, words.organisation_hint,
                 words.organisation_help},
                form.organisation) +
           line(context, {"kvk", words.kvk, words.kvk_hint, words.kvk_help}, form.kvk,
                markup::Width::small) +
           line(context, {"rsin", words.rsin, words.rsin_hint, {}, false}, form.rsin,
                markup::Width::small) +
           sectors(context, form) + attribute_areas(context, form) +
           markup::heading(Level::two, words.signatory_heading) +
           line(context,
                {"ondertekenaar", words.signatory, words.signatory_hint, words.signatory_help},
                form.signatory) +
           markup::heading(Level::two, words.person_heading) +
           administration::person_fields(context, form.person) + roles(context, form);
}

} // namespace web::agency
