#include "saml/rules/persons.h"

#include "foundation/rsin.h"
#include "portal/identity.h"
#include "portal/identity/pseudonym.h"
#include "saml/names.h"

#include <algorithm>

namespace saml::rules {
namespace {

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
    if (!portal::Pseudonym::parse(persons.acting.value))
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
    if (count_of(persons, names::rsin) > 1 ||
        (rsin != nullptr && !foundation::Rsin::parse(rsin->value)))
        return refused("9.16 rsin");
    return std::nullopt;
}

} // namespace saml::rules
