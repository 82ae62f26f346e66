#include "web/agency/appointment_form.h"

#include "foundation/rsin.h"
#include "foundation/unicode.h"
#include "web/administration/sentences.h"
#include "web/administration/words.h"
#include "web/agency/appointment_page.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace web::agency {

using markup::FieldState;
using portal::administration::Refusal;

namespace {

constexpr std::size_t longest_organisation = 200;
constexpr std::size_t longest_name = 100;
constexpr std::size_t most_lines = 200;

bool is_name(std::string const& text, std::size_t longest) {
    return !text.empty() && !foundation::has_control_characters(text) &&
           foundation::utf8_length(text) <= longest;
}

/// Only fields of the page, each once; the two groups of checkboxes more often.
bool has_only_known_fields(Context const& context) {
    constexpr std::array single{"token",    "eenmalig",      "organisatie", "kvk",
                                "rsin",     "ondertekenaar", "naam",        "email",
                                "telefoon", "functie",       "taal"};
    return std::ranges::all_of(context.form, [&](auto const& field) {
        auto const& name = field.first;
        if (name == "sector" || name == "beheerrol")
            return true;
        bool const known =
            std::ranges::find(single, name) != single.end() ||
            std::ranges::any_of(context.site.catalogue.attribute_types,
                                [&](auto const& type) { return name == "kenmerken-" + type.code; });
        return known && context.form.count(name) == 1;
    });
}

std::vector<std::string> ticked(Context const& context, std::string_view group) {
    std::vector<std::string> values;
    for (auto const value : context.form.all(group))
        if (std::ranges::find(values, value) == values.end())
            values.emplace_back(value);
    return values;
}

/// One line "waarde omschrijving".
struct Line {
    std::string_view value;
    std::string_view label;
};

Line line_of(std::string_view text) {
    auto const space = text.find_first_of(" \t");
    if (space == std::string_view::npos)
        return {.value = text, .label = {}};
    return {.value = text.substr(0, space), .label = foundation::trimmed(text.substr(space))};
}

/// Reads the lines of one type; what is wrong with the first wrong one, by its number.
std::string read_lines(Context const& context, portal::AttributeType const& type,
                       std::string_view typed, std::vector<portal::OwnedAttribute>& owned) {
    auto const& words = said(context);
    auto const lines = foundation::split(typed, '\n');
    if (lines.size() > most_lines)
        return std::string{words.attribute_many};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const text = foundation::trimmed(lines[i]);
        if (text.empty())
            continue;
        auto const line = line_of(text);
        bool const fine = portal::fits(type, line.value) &&
                          foundation::utf8_length(line.label) <= longest_name &&
                          !foundation::has_control_characters(line.label);
        if (!fine)
            return fmt::format(fmt::runtime(words.attribute_line), i + 1, type.format);
        portal::OwnedAttribute one{
            .type = type.code, .value = std::string{line.value}, .label = std::string{line.label}};
        bool const there = std::ranges::any_of(owned, [&](portal::OwnedAttribute const& other) {
            return other.type == one.type && other.value == one.value;
        });
        if (there)
            return fmt::format(fmt::runtime(words.attribute_doubled), i + 1);
        owned.push_back(std::move(one));
    }
    return {};
}

void check(Context const& context, AppointmentForm& form) {
    auto const& words = said(context);
    if (!is_name(form.organisation.value, longest_organisation))
        form.organisation.error = words.organisation_missing;
    for (auto* number : {&form.kvk, &form.rsin}) // "1234 56 782", as it is often written
        number->value = foundation::without_separators(number->value);
    if (!portal::KvkNumber::parse(form.kvk.value))
        form.kvk.error = words.kvk_wrong;
    if (!form.rsin.value.empty() && !foundation::Rsin::parse(form.rsin.value))
        form.rsin.error = words.rsin_wrong;
    if (form.sectors.empty())
        form.sector.error = words.sector_missing;
    if (is_name(form.signatory.value, longest_name))
        administration::judge_name(form.signatory, administration::words(context.language));
    else
        form.signatory.error = words.signatory_missing;
    for (auto const& [name, sentence] :
         {std::pair{&form.organisation, words.organisation_unprintable},
          std::pair{&form.signatory, words.signatory_unprintable}})
        if (name->error.empty())
            name->error = administration::unless_printable(context, name->value, sentence);
    if (form.roles.empty())
        form.role.error = words.role_missing;
}

} // namespace

markup::Mistakes AppointmentForm::mistakes() const {
    markup::Mistakes all;
    all.note("organisatie", organisation).note("kvk", kvk).note("rsin", rsin);
    all.note("sector", sector);
    for (auto const& [type, state] : attributes)
        all.note("kenmerken-" + type, state);
    all.note("ondertekenaar", signatory);
    person.note(all);
    all.note("beheerrol", role);
    return all;
}

AppointmentForm blank_appointment(Context const& context) {
    AppointmentForm form{.person = {.language = {.value = "nl"}}};
    for (auto const& type : context.site.catalogue.attribute_types)
        form.attributes.emplace_back(type.code, FieldState{});
    return form;
}

std::optional<AppointmentForm> read_appointment(Context const& context) {
    auto const& catalogue = context.site.catalogue;
    AppointmentForm form{.organisation = {.value = context.field("organisatie")},
                         .kvk = {.value = context.field("kvk")},
                         .rsin = {.value = context.field("rsin")},
                         .sectors = ticked(context, "sector"),
                         .signatory = {.value = context.field("ondertekenaar")},
                         .person = administration::read_person(context),
                         .roles = ticked(context, "beheerrol")};
    bool const known =
        has_only_known_fields(context) &&
        std::ranges::all_of(form.sectors, [&](auto const& one) { return catalogue.sector(one); }) &&
        std::ranges::all_of(form.roles,
                            [&](auto const& one) { return catalogue.administrator_role(one); });
    if (!known)
        return std::nullopt;
    check(context, form);
    for (auto const& type : catalogue.attribute_types) {
        FieldState state{.value = context.field("kenmerken-" + type.code)};
        state.error = read_lines(context, type, state.value, form.owned);
        form.attributes.emplace_back(type.code, std::move(state));
    }
    return form;
}

bool point_out(Context const& context, AppointmentForm& form,
               portal::administration::NotAppointed const& why) {
    if (why.why == Refusal::own_appointment) {
        form.person.name.error = administration::sentence(why.why, context.language);
        return true;
    }
    for (auto const& held : why.values)
        for (auto& [type, state] : form.attributes)
            if (type == held.value.type)
                state.error += (state.error.empty() ? "" : " ") + value_elsewhere(context, held);
    return why.why == Refusal::value_elsewhere;
}

portal::Appointment appointment_of(AppointmentForm const& form, portal::AccountId const& by) {
    return {.id = *portal::AppointmentId::parse("0"), // minted when it is entered
            .organisation = std::nullopt,
            .organisation_name = form.organisation.value,
            .kvk = *portal::KvkNumber::parse(form.kvk.value),
            .rsin = form.rsin.value.empty() ? std::nullopt : std::optional{form.rsin.value},
            .sectors = form.sectors,
            .attributes = form.owned,
            .signatory = form.signatory.value,
            .person = form.person.person(),
            .administrator_roles = form.roles,
            .entered_by = by,
            .decided_by = std::nullopt,
            .decided_at = std::nullopt,
            .reason = {},
            .account = std::nullopt};
}

} // namespace web::agency
