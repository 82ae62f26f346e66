#include "portal/administration/reach.h"

#include <algorithm>

namespace portal::administration {

namespace {

bool is_registrar(Standing const& staff) {
    auto const& roles = staff.account.staff_roles;
    return std::ranges::find(roles, StaffRole::registrar) != roles.end();
}

} // namespace

bool reaches(Standing const& staff, Appointment const& appointment) {
    return is_registrar(staff) || appointment.state == AppointmentState::waiting ||
           appointment.decided_by == staff.account.id;
}

AppointmentQuery within_reach(Standing const& staff, AppointmentQuery query) {
    query.decided_by = is_registrar(staff) ? std::nullopt : std::optional{staff.account.id};
    return query;
}

} // namespace portal::administration
