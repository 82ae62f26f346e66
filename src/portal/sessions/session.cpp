#include "portal/sessions/session.h"

#include <algorithm>

namespace portal {

foundation::Instant Session::ends_at(Policy const& policy) const {
    return std::min(seen_at + longest_pause(policy), latest_end(policy));
}

} // namespace portal
