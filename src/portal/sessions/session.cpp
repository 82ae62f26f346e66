#include "portal/sessions/session.h"

#include <algorithm>

namespace portal {

foundation::Instant Session::ends_at(Policy const& policy) const {
    if (door == Door::agency)
        return std::min(seen_at + policy.staff_session_idle,
                        started_at + policy.staff_session_total);
    return std::min(seen_at + policy.session_idle, started_at + policy.session_total);
}

} // namespace portal
