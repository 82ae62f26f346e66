#pragma once
#include "portal/accounts/account.h"
#include "portal/catalogue/catalogue.h"
#include "portal/identity/mail_address.h"
#include "portal/identity/person_name.h"
#include "portal/identity/pseudonym.h"
#include "portal/upkeep/migration.h"

#include <string>
#include <string_view>
#include <vector>

namespace portal::upkeep {

struct GivenRole {
    std::string code;
    std::string attribute;
};

/// One row, read and found to be in order by itself.
struct GivenAccount {
    int line = 0;
    std::optional<Username> named;
    KvkNumber kvk;
    std::string organisation;
    Pseudonym pseudonym;
    foundation::Instant linked_at{};
    std::optional<foundation::Instant> last_login_at;
    PersonName name;
    MailAddress email;
    std::vector<GivenRole> roles;
};

/// Reads the file. Rows that are not in order by themselves are named in `bad` and left out.
std::vector<GivenAccount> given_accounts(std::string_view csv, Catalogue const& catalogue,
                                         foundation::Instant now, std::vector<BadRow>& bad);

} // namespace portal::upkeep
