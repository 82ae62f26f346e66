#include "portal/facts.h"

#include "foundation/digest.h"

namespace portal {

Correspondent correspondent(Person const& person) {
    return {.name = person.name, .address = person.email, .language = person.language};
}

Subject subject_of(Account const& account, Organisation const& organisation) {
    return {.account = account.id,
            .organisation = organisation.id,
            .organisation_name = organisation.name,
            .user = correspondent(account.person)};
}

IdentityMark mark_of(Identity const& identity) {
    // Enough to see that two entries speak of the same identity; too little to sign in as it.
    return {foundation::sha256_hex(identity.pseudonym + '|' + identity.kvk.text()).substr(0, 16)};
}

} // namespace portal
