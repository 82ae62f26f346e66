#pragma once
#include "portal/accounts/account.h"
#include "storage/driver/rows.h"
#include "storage/sql.h"

#include <optional>
#include <vector>

namespace storage {

/// Selects whole accounts: the columns in the order in which account_from reads them.
constexpr auto select_account = Sql{
    "select code_digest, code_sent_at, link_pseudonym, link_kvk, linked_at, link_level, "
    "last_sign_in_at, id, organisation, username, name, email, phone, function, language, "
    "administrator_roles, staff_roles, registered_by, registered_at, letter_serial, "
    "letter_made_at, letter_handed_over_on, revocation_digest, code_requested_at, "
    "code_last_sent_at, wrong_attempts, blocked_until, wrong_by, ended_at, agreed_terms, version "
    "from accounts "};

portal::Account account_from(driver::Row const& row);
std::optional<portal::Account> account_from(std::optional<driver::Row> const& row);
std::vector<portal::Account> accounts_from(driver::Rows const& rows);

} // namespace storage
