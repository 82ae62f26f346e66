#pragma once
#include "portal/administration/users.h"

namespace portal::administration {

/// Why an appointment is not entered, or not approved.
struct NotAppointed {
    Refusal why;
    std::vector<HeldValue> values{}; ///< that belong to another organisation, where that is why
};

/// P2.1: one member of staff enters the signed form; organisation and account come to be only when
/// a second one approves. P8.11: not with a value of another organisation, and not for oneself.
std::expected<AppointmentId, NotAppointed> enter_appointment(Desk const& desk, Claim const& claim,
                                                             Appointment appointment);

/// Admits the organisation if it is new, and makes the administrator's account. Not by who entered
/// it. Values and people are weighed once more: other appointments were approved meanwhile.
std::expected<AccountId, NotAppointed> approve_appointment(Desk const& desk, Claim const& claim,
                                                           AppointmentId const& id);
std::expected<void, Refusal> decline_appointment(Desk const& desk, Claim const& claim,
                                                 AppointmentId const& id,
                                                 std::string const& reason);

/// The first member of staff comes from the operator's command; the agency's own organisation is
/// made with it when there is none.
struct Invitation {
    Account account;
    Letter letter;
};
struct InviteStaff {
    Person person;
    std::vector<StaffRole> roles;
    std::string agency_name;
    KvkNumber agency_kvk;
};

/// The agency's own organisation, made when it is not there yet: before staff arrive by their own
/// door (P8.1).
void admit_agency(Desk const& desk, std::string const& name, KvkNumber const& kvk);

Invitation invite_staff(Desk const& desk, InviteStaff const& command, LetterMaking const& places);

} // namespace portal::administration
