#include "portal/administration/signed_forms.h"

#include "foundation/digest.h"

namespace portal::administration {

namespace {

bool is_allowed(Desk const& desk, Actor const& actor, Action action) {
    return may(actor, action, {.organisation = actor.organisation.id}, desk.catalogue, desk.now) ==
           Permission::allowed;
}

} // namespace

std::expected<void, Refusal> attach_signed_form(Desk const& desk, Actor const& actor,
                                                AppointmentId const& id, Scan const& scan) {
    if (!is_allowed(desk, actor, Action::attach_signed_form))
        return std::unexpected(Refusal::not_allowed);
    SignedForm const form{.appointment = id,
                          .kind = scan.kind(),
                          .size = scan.bytes().size(),
                          .digest = foundation::sha256_hex(scan.bytes()),
                          .attached_by = actor.account.id,
                          .attached_at = desk.now,
                          .erased_at = std::nullopt};
    return desk.archive.change([&](Records& records) -> std::expected<void, Refusal> {
        auto const appointment = records.appointment_for_change(id);
        if (!appointment)
            return std::unexpected(Refusal::not_found);
        if (appointment->state != AppointmentState::waiting)
            return std::unexpected(Refusal::already_decided);
        if (!records.add(form, scan))
            return std::unexpected(Refusal::form_there_already);
        records.keep({SignedFormAttached{.appointment = id, .digest = form.digest}},
                     {.account = actor.account.id}, desk.now);
        return {};
    });
}

std::expected<Scan, Refusal> open_signed_form(Desk const& desk, Actor const& actor,
                                              AppointmentId const& id) {
    if (!is_allowed(desk, actor, Action::open_signed_form))
        return std::unexpected(Refusal::not_allowed);
    return desk.archive.change([&](Records& records) -> std::expected<Scan, Refusal> {
        auto scan = records.scan_of(id);
        if (!scan)
            return std::unexpected(Refusal::not_found);
        records.keep({SignedFormViewed{.appointment = id}}, {.account = actor.account.id},
                     desk.now);
        return *std::move(scan);
    });
}

} // namespace portal::administration
