#include "foundation/unicode.h"
#include "storage/columns.h"
#include "storage/organisation_rows.h"
#include "storage/records.h"
#include "storage/search.h"
#include "storage/sql.h"

namespace storage {

using portal::Correspondent;
using portal::KvkNumber;
using portal::Organisation;
using portal::OrganisationId;
using portal::OwnedAttribute;

namespace {

constexpr auto by_id = statement<select_organisation + "where id = $1">;
constexpr auto by_kvk = statement<select_organisation +
                                  "where id in (select organisation from organisation_kvk_numbers "
                                  "where kvk = $1) order by admitted_at, id limit 1">;
constexpr auto the_agency = statement<select_organisation + "where is_agency = 1">;
constexpr auto page_of_found =
    statement<select_organisation +
              "where folded_name like $1 escape '\\' or id in "
              "(select organisation from organisation_kvk_numbers where kvk = $2) "
              "order by folded_name, id limit $3 offset $4">;
constexpr auto count_of_found = statement<Sql{
    "select count(*) from organisations where folded_name like $1 escape '\\' or id in "
    "(select organisation from organisation_kvk_numbers where kvk = $2)"}>;
constexpr auto numbers_of = statement<select_number + "where organisation = $1 order by place">;
constexpr auto attributes_of =
    statement<select_attribute + "where organisation = $1 order by place">;

constexpr auto insert = statement<Sql{
    "insert into organisations (id, name, folded_name, rsin, sectors, is_agency, admitted_at, "
    "ended_at, folding) values ($1, $2, $3, $4, $5, $6, $7, $8, 2)"}>;
constexpr auto update =
    statement<Sql{"update organisations set name = $2, folded_name = $3, rsin = $4, sectors = $5, "
                  "is_agency = $6, admitted_at = $7, ended_at = $8, folding = 2 where id = $1"}>;
constexpr auto insert_number = statement<Sql{
    "insert into organisation_kvk_numbers (organisation, place, kvk) values ($1, $2, $3)"}>;
constexpr auto insert_attribute =
    statement<Sql{"insert into organisation_attributes (organisation, place, type, value, label) "
                  "values ($1, $2, $3, $4, $5)"}>;
constexpr auto delete_numbers =
    statement<Sql{"delete from organisation_kvk_numbers where organisation = $1"}>;
constexpr auto delete_attributes =
    statement<Sql{"delete from organisation_attributes where organisation = $1"}>;

constexpr auto administrators =
    statement<Sql{"select name, email, language from accounts where organisation = $1 "
                  "and administrator_roles <> '' and (ended_at is null or ended_at > $2) "
                  "order by folded_name, id"}>;

} // namespace

std::optional<Organisation> StoredRecords::organisation(OrganisationId const& id) {
    auto const [rows, numbers, attributes] = transaction_.queries(
        driver::bound(by_id, id), driver::bound(numbers_of, id), driver::bound(attributes_of, id));
    if (rows.empty())
        return std::nullopt;
    return organisation_from(rows[0], numbers, attributes);
}

Organisation StoredRecords::whole(driver::Row const& row) {
    auto const& id = row.text(0);
    auto const [numbers, attributes] =
        transaction_.queries(driver::bound(numbers_of, id), driver::bound(attributes_of, id));
    return organisation_from(row, numbers, attributes);
}

std::optional<Organisation> StoredRecords::organisation_with(KvkNumber const& kvk) {
    auto const row = transaction_.one(by_kvk, kvk);
    return row ? std::optional{whole(*row)} : std::nullopt;
}

std::optional<Organisation> StoredRecords::agency() {
    auto const row = transaction_.one(the_agency);
    return row ? std::optional{whole(*row)} : std::nullopt;
}

portal::Listing<Organisation> StoredRecords::organisations(std::string const& search, int page,
                                                           int per_page) {
    auto const pattern = anywhere(search);
    auto found = portal::Listing<Organisation>{};
    found.total = transaction_.query(count_of_found, pattern, search)[0].integer(0);
    for (auto const& row :
         transaction_.query(page_of_found, pattern, search, per_page, offset_of(page, per_page)))
        found.rows.push_back(whole(row));
    return found;
}

void StoredRecords::add(Organisation const& organisation) {
    transaction_.send(insert, organisation.id, organisation.name,
                      order_of_organisation(organisation.name), organisation.rsin,
                      joined(organisation.sectors), organisation.is_agency,
                      organisation.admitted_at, organisation.ended_at);
    add_numbers_and_attributes(organisation);
}

void StoredRecords::save(Organisation const& organisation) {
    transaction_.send_to_one(update, organisation.id, organisation.name,
                             order_of_organisation(organisation.name), organisation.rsin,
                             joined(organisation.sectors), organisation.is_agency,
                             organisation.admitted_at, organisation.ended_at);
    transaction_.send(delete_numbers, organisation.id);
    transaction_.send(delete_attributes, organisation.id);
    add_numbers_and_attributes(organisation);
}

void StoredRecords::add_numbers_and_attributes(Organisation const& organisation) {
    foundation::ensure(!organisation.kvk_numbers.empty(), "an organisation has a KVK number");
    for (std::size_t place = 0; place < organisation.kvk_numbers.size(); ++place)
        transaction_.send(insert_number, organisation.id, static_cast<std::int64_t>(place),
                          organisation.kvk_numbers[place]);
    for (std::size_t place = 0; place < organisation.attributes.size(); ++place) {
        auto const& [type, value, label] = organisation.attributes[place];
        transaction_.send(insert_attribute, organisation.id, static_cast<std::int64_t>(place), type,
                          value, label);
    }
}

std::vector<Correspondent> StoredRecords::administrators_of(OrganisationId const& id,
                                                            foundation::Instant now) {
    auto found = std::vector<Correspondent>{};
    for (auto const& row : transaction_.query(administrators, id, now)) {
        auto columns = Columns{row};
        found.push_back({.name = columns.text(),
                         .address = columns.text(),
                         .language = columns.word<portal::Language>()});
    }
    return found;
}

} // namespace storage
