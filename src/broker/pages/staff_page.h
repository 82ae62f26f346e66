#pragma once
#include "broker/messages/staff.h"
#include "broker/pages/pages.h"

#include <vector>

namespace broker::pages {

/// The page that stands for signing in at work: choose one of the invented members of staff.
http::Response staff_page(Place const& place, std::vector<StaffMember> const& staff);

} // namespace broker::pages
