#include "storage/values.h"

#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sql.h"

#include <algorithm>
#include <array>
#include <span>

namespace storage {

using portal::HeldValue;
using portal::OwnedAttribute;

namespace {

// Eight at a time: a form names a few, and each question to PostgreSQL is a wait.
constexpr std::size_t at_once = 8;
constexpr auto holders =
    statement<Sql{"select a.type, a.value, a.label, o.id, o.name from organisation_attributes a "
                  "join organisations o on o.id = a.organisation where a.organisation <> $1 and "
                  "((a.type = $2 and a.value = $3) or (a.type = $4 and a.value = $5) "
                  "or (a.type = $6 and a.value = $7) or (a.type = $8 and a.value = $9) "
                  "or (a.type = $10 and a.value = $11) or (a.type = $12 and a.value = $13) "
                  "or (a.type = $14 and a.value = $15) or (a.type = $16 and a.value = $17)) "
                  "order by a.type, a.value, o.folded_name, o.id"}>;

constexpr auto several =
    statement<Sql{"select type, value from organisation_attributes group by type, value "
                  "having count(*) > 1 order by type, value limit $1"}>;

} // namespace

std::vector<std::string> shared_values(driver::Transaction& transaction, int most) {
    auto found = std::vector<std::string>{};
    for (auto const& row : transaction.query(several, most))
        found.push_back(row.text(0) + ' ' + row.text(1));
    return found;
}

std::vector<HeldValue>
StoredRecords::held_elsewhere(std::vector<OwnedAttribute> const& values,
                              std::optional<portal::OrganisationId> const& but) {
    auto const but_id = but ? but->text() : std::string{};
    auto found = std::vector<HeldValue>{};
    auto rest = std::span{values};
    while (!rest.empty()) {
        auto asked = std::array<OwnedAttribute, at_once>{}; // an empty type is nobody's
        auto const taken = rest.first(std::min(at_once, rest.size()));
        std::ranges::copy(taken, asked.begin());
        auto const& [a, b, c, d, e, f, g, h] = asked;
        for (auto const& row : transaction_.query(
                 holders, but_id, a.type, a.value, b.type, b.value, c.type, c.value, d.type,
                 d.value, e.type, e.value, f.type, f.value, g.type, g.value, h.type, h.value)) {
            auto columns = Columns{row};
            found.push_back({.value = {.type = columns.text(),
                                       .value = columns.text(),
                                       .label = columns.text()},
                             .holder = columns.as<portal::OrganisationId>(),
                             .holder_name = columns.text()});
        }
        rest = rest.subspan(taken.size());
    }
    return found;
}

} // namespace storage
