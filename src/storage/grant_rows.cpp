#include "storage/grant_rows.h"

#include "storage/columns.h"
#include "storage/json.h"

namespace storage {

using portal::AccountId;
using portal::Grant;

Grant grant_from(driver::Row const& row) {
    auto columns = Columns{row};
    return Grant{
        .id = columns.as<portal::GrantId>(),
        .account = columns.as<AccountId>(),
        .role = columns.text(),
        .attributes = values_from(columns.text()),
        .from = columns.date(),
        .until = columns.optional_date(),
        .reason = columns.text(),
        .granted_by = columns.as<AccountId>(),
        .granted_at = columns.instant(),
        .withdrawn_at = columns.optional_instant(),
    };
}

std::vector<Grant> grants_from(driver::Rows const& rows) {
    auto grants = std::vector<Grant>{};
    for (auto const& row : rows)
        grants.push_back(grant_from(row));
    return grants;
}

} // namespace storage
