#include "saml/rules/persons.h"

#include "foundation/text.h"
#include "portal/identity.h"
#include "saml/names.h"

#include <algorithm>

namespace saml::rules {
namespace {

bool all_hexadecimal(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

/// 64 hexadecimal digits, '@', 32 more: the form with representation (eherkenning.md 6.1).
bool is_representing_pseudonym(std::string_view text) {
    return text.size() == 64 + 1 + 32 && text[64] == '@' && all_hexadecimal(text.substr(0, 64)) &&
           all_hexadecimal(text.substr(65));
}

/// Nine digits that pass the test of eleven: 9a+8b+...+2h-i is a multiple of 11.
bool is_rsin(std::string_view text) {
    if (text.size() != 9 || !foundation::all_digits(text))
        return false;
    int sum = -(text[8] - '0');
    for (int place = 0; place < 8; ++place)
        sum += (9 - place) * (text[static_cast<std::size_t>(place)] - '0');
    return sum % 11 == 0;
}

std::ptrdiff_t count_of(Persons const& persons, std::string_view qualifier) {
    return std::ranges::count(persons.legal, qualifier, &NameId::qualifier);
}

} // namespace

NameId const* legal_id(Persons const& persons, std::string_view qualifier) {
    auto const found = std::ranges::find(persons.legal, qualifier, &NameId::qualifier);
    return found == persons.legal.end() ? nullptr : &*found;
}

Finding acting_person(Persons const& persons) {
    if (persons.acting.format != names::persistent)
        return refused("9.15 format");
    if (persons.acting.qualifier != names::pseudonym &&
        persons.acting.qualifier != names::pseudonym_before)
        return refused("9.15 qualifier");
    if (!is_representing_pseudonym(persons.acting.value))
        return refused("9.15 pseudonym");
    return std::nullopt;
}

Finding organisation(Persons const& persons) {
    for (auto const& id : persons.legal)
        if (id.format != names::persistent)
            return refused("9.16 format");
    if (count_of(persons, names::kvk_number) != 1 ||
        !portal::KvkNumber::parse(legal_id(persons, names::kvk_number)->value))
        return refused("9.16 kvk number");
    auto const* rsin = legal_id(persons, names::rsin);
    if (count_of(persons, names::rsin) > 1 || (rsin != nullptr && !is_rsin(rsin->value)))
        return refused("9.16 rsin");
    return std::nullopt;
}

} // namespace saml::rules
