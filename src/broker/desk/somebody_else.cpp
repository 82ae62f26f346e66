#include "broker/desk/somebody_else.h"

#include "foundation/text.h"

#include <algorithm>

namespace broker::desk {
namespace {

bool is_number(std::string_view text, std::size_t digits) {
    return text.size() == digits && foundation::all_digits(text);
}

bool is_pseudonym(std::string_view text) {
    auto const parts = foundation::split(text, '@');
    return parts.size() <= 2 && parts[0].size() == 64 && foundation::unhex(parts[0]) &&
           (parts.size() == 1 || (parts[1].size() == 32 && foundation::unhex(parts[1])));
}

/// "90000002 Gemeente Waterrijk", one a line. Nothing when a line is otherwise.
std::optional<std::vector<Organisation>> read_organisations(std::string_view lines) {
    std::vector<Organisation> out;
    for (auto line : foundation::split(lines, '\n')) {
        line = foundation::trimmed(line);
        if (line.empty())
            continue;
        auto const space = std::min(line.find(' '), line.size());
        if (!is_number(line.substr(0, space), 8))
            return std::nullopt;
        out.push_back({.kvk = std::string{line.substr(0, space)},
                       .name = std::string{foundation::trimmed(line.substr(space))}});
    }
    return out;
}

std::string typed(http::Fields const& form, std::string_view name) {
    auto const value = foundation::trimmed(form.one(name).value_or(""));
    bool const on_one_line = name != "andere";
    if (value.size() > 2000 || (on_one_line && foundation::has_control_characters(value)))
        return {};
    return std::string{value};
}

pages::SomebodyElse filled_in(http::Fields const& form) {
    return {.name = {.value = typed(form, "naam")},
            .pseudonym = {.value = typed(form, "pseudoniem")},
            .kvk = {.value = typed(form, "kvk")},
            .organisation_name = {.value = typed(form, "organisatie")},
            .branch = {.value = typed(form, "vestiging")},
            .other_organisations = {.value = typed(form, "andere")},
            .level = {.value = typed(form, "niveau")}};
}

void note_mistakes(pages::SomebodyElse& form, pages::Words const& words) {
    if (form.name.value.empty() && form.pseudonym.value.empty())
        form.name.error = words.name_missing;
    if (!form.pseudonym.value.empty() && !is_pseudonym(form.pseudonym.value))
        form.pseudonym.error = words.pseudonym_wrong;
    if (!is_number(form.kvk.value, 8))
        form.kvk.error = words.kvk_wrong;
    if (!form.branch.value.empty() && !is_number(form.branch.value, 12))
        form.branch.error = words.branch_wrong;
    if (!read_organisations(form.other_organisations.value))
        form.other_organisations.error = words.other_organisations_wrong;
    if (!level_named(form.level.value))
        form.level.error = words.level_wrong;
}

std::optional<std::string> unless_empty(std::string const& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

} // namespace

std::expected<Chosen, pages::SomebodyElse> read_somebody_else(http::Fields const& fields,
                                                              pages::Words const& words) {
    auto form = filled_in(fields);
    note_mistakes(form, words);
    if (form.is_wrong())
        return std::unexpected{form};
    std::vector<Organisation> organisations{
        {.kvk = form.kvk.value, .name = form.organisation_name.value}};
    auto const others = read_organisations(form.other_organisations.value);
    organisations.insert(organisations.end(), others->begin(), others->end());
    return Chosen{.person = {.name = form.name.value,
                             .organisations = std::move(organisations),
                             .level = *level_named(form.level.value),
                             .own_pseudonym = unless_empty(form.pseudonym.value)},
                  .branch_number = unless_empty(form.branch.value)};
}

} // namespace broker::desk
