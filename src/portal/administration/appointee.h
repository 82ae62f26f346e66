#pragma once
#include "portal/archive.h"

#include <vector>

namespace portal::administration {

/// Whether two are one person by what identifies a person: the name as search folds it, in whatever
/// order its words stand, or the mailbox (P8.11). Pure.
bool same_person(Person const& one, Person const& other);
bool is_one_of(Person const& appointee, std::vector<Person> const& people);

/// As whom a member of staff is known: by the own account, and by whatever other account is linked
/// to the same pseudonym.
std::vector<Person> known_as(Records& records, Account const& staff);

/// Who acts with the others who had a hand in an appointment, each read once.
std::vector<Account> staff_behind(Records& records, Account const& actor,
                                  std::vector<std::optional<AccountId>> const& others);
/// Whether one of these members of staff is the appointee (P2.1, P8.11).
bool is_appointee(Records& records, Person const& appointee, std::vector<Account> const& staff);

} // namespace portal::administration
