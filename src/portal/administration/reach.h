#pragma once
#include "portal/administration/authority.h"
#include "portal/archive.h"

namespace portal::administration {

// P8.15: a registrar's work is with every appointment; an approver's with what waits for a
// decision, and with what he decided himself. For whoever may see no appointments at all, see
// `may`. Pure.
bool reaches(Standing const& staff, Appointment const& appointment);
/// The same for a list: what is out of reach is not on a page, and does not count among the pages.
AppointmentQuery within_reach(Standing const& staff, AppointmentQuery query);

} // namespace portal::administration
