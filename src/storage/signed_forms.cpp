#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sealed.h"
#include "storage/sql.h"

#include <limits>

namespace storage {

using foundation::Instant;
using portal::AccountId;
using portal::AppointmentId;
using portal::Scan;
using portal::SignedForm;

namespace {

constexpr auto of_appointment =
    statement<Sql{"select appointment, kind, size, digest, attached_by, attached_at, erased_at "
                  "from signed_forms where appointment = $1"}>;
constexpr auto bytes_of =
    statement<Sql{"select sealed from signed_forms where appointment = $1 and erased_at is null"}>;
constexpr auto insert = statement<Sql{
    "insert into signed_forms (appointment, kind, size, digest, attached_by, "
    "attached_at, sealed) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing"}>;
constexpr auto outlived = statement<Sql{
    "select f.appointment from signed_forms f join appointments a on a.id = f.appointment "
    "left join accounts b on b.id = a.account where f.erased_at is null and "
    "((a.state = 'declined' and a.decided_at <= $1) or (a.state = 'approved' and b.ended_at <= $2) "
    "or (a.state = 'waiting' and f.attached_at <= $2)) order by f.appointment limit $3"}>;
constexpr auto erase = statement<Sql{
    "update signed_forms set sealed = '', erased_at = $2 where appointment = $1 and sealed <> ''"}>;

} // namespace

std::optional<SignedForm> StoredRecords::signed_form(AppointmentId const& id) {
    auto const row = transaction_.one(of_appointment, id);
    if (!row)
        return std::nullopt;
    auto columns = Columns{*row};
    return SignedForm{
        .appointment = columns.as<AppointmentId>(),
        .kind = columns.word<portal::ScanKind>(),
        .size = static_cast<std::size_t>(columns.integer()),
        .digest = columns.text(),
        .attached_by = columns.as<AccountId>(),
        .attached_at = columns.instant(),
        .erased_at = columns.optional_instant(),
    };
}

std::optional<Scan> StoredRecords::scan_of(AppointmentId const& id) {
    auto const row = transaction_.one(bytes_of, id);
    if (!row)
        return std::nullopt;
    auto const bytes = key_.open(purpose_of_scan(id.text()), row->text(0));
    auto scan = bytes ? Scan::parse(*bytes, std::numeric_limits<std::size_t>::max())
                      : std::unexpected(portal::ScanFlaw::empty);
    if (!scan)
        throw foundation::Fault("a signed form was sealed with another key, or damaged");
    return *std::move(scan);
}

bool StoredRecords::add(SignedForm const& form, Scan const& scan) {
    return transaction_.execute(
               insert, form.appointment, word(form.kind), static_cast<std::int64_t>(form.size),
               form.digest, form.attached_by, form.attached_at,
               key_.seal(purpose_of_scan(form.appointment.text()), scan.bytes(), randomness_)) == 1;
}

std::vector<AppointmentId> StoredRecords::outlived_signed_forms(Instant declined_by,
                                                                Instant ended_by, int most) {
    std::vector<AppointmentId> found;
    for (auto const& row : transaction_.query(outlived, declined_by, ended_by, most))
        found.push_back(row.as<AppointmentId>(0));
    return found;
}

void StoredRecords::erase_signed_form(AppointmentId const& id, Instant now) {
    transaction_.send(erase, id, now);
}

} // namespace storage
