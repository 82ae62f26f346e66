#pragma once
#include "saml/message.h"
#include "saml/rules/finding.h"

#include <string_view>

namespace saml::rules {

/// 9.15: a persistent pseudonym of a person who represents someone.
Finding acting_person(Persons const& persons);

/// 9.16: exactly one KVK number and at most one RSIN; identifiers of other types are passed over.
Finding organisation(Persons const& persons);

/// The one identifier of this type; null when there is none.
NameId const* legal_id(Persons const& persons, std::string_view qualifier);

} // namespace saml::rules
