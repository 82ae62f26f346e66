#pragma once
#include "portal/organisations/organisation.h"
#include "storage/driver/rows.h"
#include "storage/sql.h"

namespace storage {

/// An organisation lies in three tables, of which organisation_from reads what these select. The
/// last two want "order by place".
constexpr auto select_organisation =
    Sql{"select id, name, rsin, sectors, is_agency, admitted_at, ended_at from organisations "};
constexpr auto select_number = Sql{"select kvk from organisation_kvk_numbers "};
constexpr auto select_attribute = Sql{"select type, value, label from organisation_attributes "};

portal::Organisation organisation_from(driver::Row const& row, driver::Rows const& numbers,
                                       driver::Rows const& attributes);

} // namespace storage
