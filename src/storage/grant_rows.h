#pragma once
#include "portal/accounts/account.h"
#include "storage/driver/rows.h"
#include "storage/sql.h"

#include <vector>

namespace storage {

/// Selects whole grants: the columns in the order in which grant_from reads them.
constexpr auto select_grant =
    Sql{"select id, account, role, attributes, holds_from, holds_until, reason, granted_by, "
        "granted_at, withdrawn_at from grants "};

/// Those of somebody that were not withdrawn, oldest first.
constexpr auto not_withdrawn = Sql{" and withdrawn_at is null order by granted_at, id"};

portal::Grant grant_from(driver::Row const& row);
std::vector<portal::Grant> grants_from(driver::Rows const& rows);

} // namespace storage
