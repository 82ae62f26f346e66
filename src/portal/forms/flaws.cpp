#include "portal/forms/form.h"

#include "foundation/text.h"
#include "portal/identity/mail_address.h"

#include <algorithm>
#include <charconv>

namespace portal::forms {

namespace {

std::optional<Flaw> number_flaw(FormField const& field, std::string const& value) {
    std::int64_t number = 0;
    auto const read = std::from_chars(value.data(), value.data() + value.size(), number);
    if (read.ec != std::errc{} || read.ptr != value.data() + value.size())
        return Flaw::not_a_number;
    if (number < field.least)
        return Flaw::too_small;
    return number > field.most ? std::optional{Flaw::too_large} : std::nullopt;
}

std::optional<Flaw> flaw_of(FormField const& field, std::string const& value) {
    if (field.kind == FieldKind::confirmation)
        return value == "ja" || (value.empty() && !field.required)
                   ? std::nullopt
                   : std::optional{Flaw::not_confirmed};
    if (value.empty())
        return field.required ? std::optional{Flaw::missing} : std::nullopt;
    if (foundation::has_control_characters(value))
        return Flaw::not_on_one_line;
    if (foundation::utf8_length(value) > static_cast<std::size_t>(field.longest))
        return Flaw::too_long;
    switch (field.kind) {
    case FieldKind::number:
        return number_flaw(field, value);
    case FieldKind::date:
        return foundation::parse_dutch_date(value) ? std::nullopt : std::optional{Flaw::not_a_date};
    case FieldKind::email:
        return MailAddress::parse(value) ? std::nullopt : std::optional{Flaw::not_an_address};
    case FieldKind::choice:
        return std::ranges::any_of(field.choices,
                                   [&](auto const& choice) { return choice.value == value; })
                   ? std::nullopt
                   : std::optional{Flaw::not_a_choice};
    case FieldKind::text:
    case FieldKind::confirmation:
        break;
    }
    return std::nullopt;
}

} // namespace

std::vector<FieldFlaw> flaws(FormStep const& step,
                             std::map<std::string, std::string> const& values) {
    std::vector<FieldFlaw> found;
    for (auto const& field : step.fields) {
        auto const typed = values.find(field.name);
        auto const flaw = flaw_of(field, typed == values.end() ? std::string{} : typed->second);
        if (flaw)
            found.push_back({.field = field.name, .flaw = *flaw});
    }
    return found;
}

std::string scope_code(Scope const& scope) {
    std::string code;
    for (auto const& [type, value] : scope)
        code.append(code.empty() ? "" : ";").append(type).append("=").append(value);
    return code;
}

Scope scope_from(std::string_view code) {
    Scope scope;
    for (auto const part : foundation::split(code, ';')) {
        auto const mark = part.find('=');
        if (mark != std::string_view::npos)
            scope.emplace(part.substr(0, mark), part.substr(mark + 1));
    }
    return scope;
}

bool wants_scope(std::vector<Scope> const& scopes) { return scopes.size() > 1; }

Scope const* chosen_scope(std::vector<Scope> const& scopes,
                          std::map<std::string, std::string> const& values) {
    if (!wants_scope(scopes))
        return scopes.empty() ? nullptr : &scopes.front();
    auto const chosen = values.find(std::string{scope_field});
    if (chosen == values.end())
        return nullptr;
    auto const found = std::ranges::find(scopes, chosen->second, scope_code);
    return found == scopes.end() ? nullptr : &*found;
}

std::size_t first_open_step(Task const& task, std::vector<Scope> const& scopes,
                            std::map<std::string, std::string> const& values) {
    if (!chosen_scope(scopes, values))
        return 0;
    std::size_t step = 0;
    while (step < task.steps.size() && flaws(task.steps[step], values).empty())
        ++step;
    return step;
}

} // namespace portal::forms
