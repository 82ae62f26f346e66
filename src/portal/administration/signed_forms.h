#pragma once
#include "portal/administration/users.h"

namespace portal::administration {

/// P2.1: the scan of the signed form is kept with the case. Once, and only while nobody has
/// decided: so what the approver saw is what stays.
std::expected<void, Refusal> attach_signed_form(Desk const& desk, Claim const& claim,
                                                AppointmentId const& id, Scan const& scan);

/// For who enters and who decides, as far as the role reaches (P8.15). The look is kept in the
/// journal (P8.5).
std::expected<Scan, Refusal> open_signed_form(Desk const& desk, Claim const& claim,
                                              AppointmentId const& id);

} // namespace portal::administration
