#include "markup/badge.h"
#include "markup/data_list.h"
#include "web/administration/words.h"
#include "web/agency/appointment_page.h"
#include "web/agency/difference_words.h"
#include "web/shown_address.h"

#include <fmt/format.h>

namespace web::agency {

using markup::html;
using markup::Html;
using portal::administration::Compared;
using portal::administration::Differences;
using portal::administration::Mark;

namespace {

/// P8.11: a difference is told in words; the colour and the drawing only repeat it.
Html mark_of(Context const& context, Compared const& compared) {
    auto const& words = difference_words(context.language);
    using markup::BadgeTone;
    switch (compared.mark) {
    case Mark::there:
        return markup::badge({BadgeTone::neutral, "check", std::string{words.has_already}});
    case Mark::added:
        return markup::badge({BadgeTone::info, "plus", std::string{words.added}});
    case Mark::differs:
        return markup::badge({BadgeTone::warn, "alert-triangle",
                              fmt::format(fmt::runtime(words.differs), compared.known)});
    case Mark::held_elsewhere:
        return markup::badge({BadgeTone::err, "alert-circle",
                              fmt::format(fmt::runtime(words.elsewhere), compared.known)});
    }
    return {};
}

/// With its mark while somebody has to decide; what is as it is known needs none.
Html marked(Context const& context, std::string const& given, Compared const* compared) {
    if (!compared || compared->mark == Mark::there)
        return markup::text(given);
    return html("{} {}", given, mark_of(context, *compared));
}

Html marked_list(Context const& context, std::vector<std::string> const& given,
                 std::vector<Compared> const& compared) {
    std::vector<Html> items;
    items.reserve(given.size());
    for (std::size_t at = 0; at < given.size(); ++at)
        items.push_back(html("<li>{} {}</li>", given[at], mark_of(context, compared[at])));
    return html("<ul>{}</ul>", markup::each(items, [](Html const& item) { return item; }));
}

std::vector<std::string> each_in_words(std::vector<std::string> const& codes, auto const& name_of) {
    std::vector<std::string> names;
    names.reserve(codes.size());
    for (auto const& code : codes)
        names.push_back(name_of(std::vector{code}));
    return names;
}

Html sectors(Context const& context, portal::Appointment const& one, Differences const* found) {
    if (!found)
        return markup::text(sectors_in_words(context, one.sectors));
    auto const names = each_in_words(
        one.sectors, [&](auto const& code) { return sectors_in_words(context, code); });
    return marked_list(context, names, found->sectors);
}

Html roles(Context const& context, portal::Appointment const& one, Differences const* found) {
    if (!found)
        return markup::text(roles_in_words(context, one.administrator_roles));
    auto const names = each_in_words(
        one.administrator_roles, [&](auto const& code) { return roles_in_words(context, code); });
    return marked_list(context, names, found->roles);
}

Html values(Context const& context, portal::Appointment const& one, Differences const* found) {
    if (!found || one.attributes.empty())
        return attributes_in_words(context, one.attributes);
    std::vector<std::string> names;
    for (auto const& owned : one.attributes) {
        auto const* type = context.site.catalogue.attribute_type(owned.type);
        names.push_back(fmt::format("{} {} {}", type ? type->name.in(context.language) : owned.type,
                                    owned.value, owned.label));
    }
    return marked_list(context, names, found->values);
}

} // namespace

Html appointment_data(Context const& context, AppointmentFile const& file,
                      Differences const* found) {
    auto const& words = said(context);
    auto const& person_words = administration::words(context.language);
    auto const& one = file.appointment;
    auto const row = [](std::string_view key, std::string const& value) {
        return markup::Datum{.key = std::string{key}, .value = markup::text(value)};
    };
    auto const shown = [](std::string_view key, Html value) {
        return markup::Datum{.key = std::string{key}, .value = std::move(value)};
    };
    bool const dutch = one.person.language == portal::Language::dutch;
    std::vector<markup::Datum> rows{
        shown(words.organisation,
              marked(context, one.organisation_name, found ? &found->name : nullptr)),
        row(words.kvk, one.kvk.text()),
        shown(words.rsin, marked(context, one.rsin.value_or(std::string{words.not_there}),
                                 found ? &found->rsin : nullptr)),
        shown(words.sectors, sectors(context, one, found)),
        shown(words.attributes, values(context, one, found)),
        row(words.signatory, one.signatory),
        row(words.column_person, one.person.name),
        row(words.column_mail, shown_address(one.person.email)),
        row(person_words.phone, one.person.phone),
        row(person_words.function, one.person.function),
        row(person_words.language, std::string{dutch ? person_words.dutch : person_words.english}),
        shown(words.role, roles(context, one, found)),
        row(words.entered_by, file.entered_by),
        row(words.entered_at, moment(context, one.entered_at))};
    if (file.decided_by)
        rows.push_back(row(words.decided_by, *file.decided_by));
    if (!one.reason.empty())
        rows.push_back(row(words.reason, one.reason));
    return markup::data_list(rows);
}

std::string value_elsewhere(Context const& context, portal::HeldValue const& held) {
    auto const* type = context.site.catalogue.attribute_type(held.value.type);
    return fmt::format(fmt::runtime(difference_words(context.language).value_elsewhere),
                       type ? type->name.in(context.language) : held.value.type, held.value.value,
                       held.holder_name);
}

} // namespace web::agency
