#include "portal/administration/signed_forms.h"

#include "foundation/digest.h"
#include "portal/administration/appointee.h"
#include "portal/administration/opened.h"
#include "portal/administration/reach.h"

namespace portal::administration {

namespace {

bool is_allowed(Desk const& desk, Change const& change, Action action) {
    return may(change.actor, action, {.organisation = change.actor.organisation.id}, desk.catalogue,
               change.now) == Permission::allowed;
}

} // namespace

std::expected<void, Refusal> attach_signed_form(Desk const& desk, Claim const& claim,
                                                AppointmentId const& id, Scan const& scan) {
    auto const digest = foundation::sha256_hex(scan.bytes());
    return acted(desk, claim, [&](Change& change) -> std::expected<void, Refusal> {
        if (!is_allowed(desk, change, Action::attach_signed_form))
            return std::unexpected(Refusal::not_allowed);
        auto const appointment = change.records.appointment_for_change(id);
        if (!appointment)
            return std::unexpected(Refusal::not_found);
        auto const there = change.records.signed_form(id);
        if (there && there->digest == digest && there->attached_by == change.actor.account.id &&
            there->is_kept())
            return {}; // the second of two clicks
        if (appointment->state != AppointmentState::waiting)
            return std::unexpected(Refusal::already_decided);
        // Nobody could approve it afterwards, and a form is attached once (P8.11).
        if (is_appointee(change.records, appointment->person, {change.actor.account}))
            return std::unexpected(Refusal::own_appointment);
        SignedForm const form{.appointment = id,
                              .kind = scan.kind(),
                              .size = scan.bytes().size(),
                              .digest = digest,
                              .attached_by = change.actor.account.id,
                              .attached_at = change.now,
                              .erased_at = std::nullopt};
        if (!change.records.add(form, scan))
            return std::unexpected(Refusal::form_there_already);
        change.keep({SignedFormAttached{.appointment = id, .digest = digest}});
        return {};
    });
}

std::expected<Scan, Refusal> open_signed_form(Desk const& desk, Claim const& claim,
                                              AppointmentId const& id) {
    return acted(desk, claim, [&](Change& change) -> std::expected<Scan, Refusal> {
        if (!is_allowed(desk, change, Action::open_signed_form))
            return std::unexpected(Refusal::not_allowed);
        auto const appointment = change.records.appointment_for_change(id);
        if (!appointment || !reaches(change.actor, *appointment))
            return std::unexpected(Refusal::not_found);
        auto scan = change.records.scan_of(id);
        if (!scan)
            return std::unexpected(Refusal::not_found);
        change.keep({SignedFormViewed{.appointment = id}});
        return *std::move(scan);
    });
}

} // namespace portal::administration
