#include "storage/organisation_rows.h"

#include "storage/columns.h"

namespace storage {

using portal::KvkNumber;
using portal::Organisation;
using portal::OrganisationId;

Organisation organisation_from(driver::Row const& row, driver::Rows const& numbers,
                               driver::Rows const& attributes) {
    auto columns = Columns{row};
    auto found = Organisation{
        .id = columns.as<OrganisationId>(),
        .name = columns.text(),
        .kvk_numbers = {},
        .rsin = columns.optional_text(),
        .sectors = columns.list(),
        .attributes = {},
        .is_agency = columns.truth(),
        .admitted_at = columns.instant(),
        .ended_at = columns.optional_instant(),
    };
    for (auto const& number : numbers)
        found.kvk_numbers.push_back(number.as<KvkNumber>(0));
    for (auto const& owned : attributes)
        found.attributes.push_back(
            {.type = owned.text(0), .value = owned.text(1), .label = owned.text(2)});
    return found;
}

} // namespace storage
