#include "storage/columns.h"
#include "storage/json.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

using portal::AccountId;
using portal::Appointment;
using portal::AppointmentState;

namespace {

constexpr auto select = Sql{
    "select id, organisation, organisation_name, kvk, rsin, sectors, attributes, signatory, name, "
    "email, phone, function, language, administrator_roles, entered_by, entered_at, state, "
    "decided_by, decided_at, reason, account from appointments "};
constexpr auto by_id_locked = statement<select + "where id = $1 for update">;
// P8.15: what is out of reach does not count on a page, nor among the pages.
constexpr auto these = Sql{"where ($1 = 'all' or state = $1) "
                           "and ($2 = '' or state = 'waiting' or decided_by = $2) "};
constexpr auto count_these = statement<Sql{"select count(*) from appointments "} + these>;
constexpr auto page_of_these =
    statement<select + these +
              "order by case state when 'waiting' then 0 when 'approved' then 1 else 2 end, "
              "entered_at desc, id limit $3 offset $4">;

constexpr auto last_signatory =
    statement<Sql{"select signatory from appointments where account = $1 and state = 'approved' "
                  "order by decided_at desc, id limit 1"}>;

constexpr auto insert = statement<Sql{
    "insert into appointments (id, organisation, organisation_name, kvk, rsin, sectors, "
    "attributes, signatory, name, email, phone, function, language, administrator_roles, "
    "entered_by, entered_at, state, decided_by, decided_at, reason, account) values ($1, $2, $3, "
    "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)"}>;
constexpr auto update = statement<Sql{
    "update appointments set organisation = $2, organisation_name = $3, kvk = $4, rsin = $5, "
    "sectors = $6, attributes = $7, signatory = $8, name = $9, email = $10, phone = $11, "
    "function = $12, language = $13, administrator_roles = $14, entered_by = $15, "
    "entered_at = $16, state = $17, decided_by = $18, decided_at = $19, reason = $20, "
    "account = $21 where id = $1"}>;

Appointment appointment_from(driver::Row const& row) {
    auto columns = Columns{row};
    return Appointment{
        .id = columns.as<portal::AppointmentId>(),
        .organisation = columns.optional_as<portal::OrganisationId>(),
        .organisation_name = columns.text(),
        .kvk = columns.as<portal::KvkNumber>(),
        .rsin = columns.optional_text(),
        .sectors = columns.list(),
        .attributes = attributes_from(columns.text()),
        .signatory = columns.text(),
        .person = {.name = columns.text(),
                   .email = columns.text(),
                   .phone = columns.text(),
                   .function = columns.text(),
                   .language = columns.word<portal::Language>()},
        .administrator_roles = columns.list(),
        .entered_by = columns.as<AccountId>(),
        .entered_at = columns.instant(),
        .state = columns.word<AppointmentState>(),
        .decided_by = columns.optional_as<AccountId>(),
        .decided_at = columns.optional_instant(),
        .reason = columns.text(),
        .account = columns.optional_as<AccountId>(),
    };
}

void write(driver::Transaction& transaction, driver::Statement const& how,
           Appointment const& appointment) {
    auto const& person = appointment.person;
    transaction.send_to_one(how, appointment.id, appointment.organisation,
                            appointment.organisation_name, appointment.kvk, appointment.rsin,
                            joined(appointment.sectors), json_of(appointment.attributes),
                            appointment.signatory, person.name, person.email, person.phone,
                            person.function, word(person.language),
                            joined(appointment.administrator_roles), appointment.entered_by,
                            appointment.entered_at, word(appointment.state), appointment.decided_by,
                            appointment.decided_at, appointment.reason, appointment.account);
}

} // namespace

std::optional<Appointment> StoredRecords::appointment_for_change(portal::AppointmentId const& id) {
    auto const row = transaction_.one(by_id_locked, id);
    return row ? std::optional{appointment_from(*row)} : std::nullopt;
}

portal::Listing<Appointment> StoredRecords::appointments(portal::AppointmentQuery const& query) {
    auto const state = query.state ? word(*query.state) : std::string_view{"all"};
    auto const decided_by = query.decided_by ? query.decided_by->text() : std::string{};
    auto const [counted, rows] =
        transaction_.queries(driver::bound(count_these, state, decided_by),
                             driver::bound(page_of_these, state, decided_by, query.per_page,
                                           offset_of(query.page, query.per_page)));
    auto found = portal::Listing<Appointment>{.rows = {}, .total = counted[0].integer(0)};
    for (auto const& row : rows)
        found.rows.push_back(appointment_from(row));
    return found;
}

std::optional<std::string> StoredRecords::signatory_for(AccountId const& account) {
    auto const row = transaction_.one(last_signatory, account);
    return row ? std::optional{row->text(0)} : std::nullopt;
}

void StoredRecords::add(Appointment const& appointment) {
    write(transaction_, insert, appointment);
}

void StoredRecords::save(Appointment const& appointment) {
    write(transaction_, update, appointment);
}

} // namespace storage
