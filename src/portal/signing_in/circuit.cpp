#include "portal/signing_in/circuit.h"

#include <algorithm>

namespace portal {

using foundation::Instant;

Circuit::State Circuit::state(Instant now) const {
    if (failures_ < failures_allowed_)
        return State::closed;
    return now < next_trial_ ? State::open : State::half_open;
}

bool Circuit::admits(Instant now) {
    switch (state(now)) {
    case State::closed:
        return true;
    case State::open:
        return false;
    case State::half_open:
        next_trial_ = now + rest_;
        return true;
    }
    return false;
}

void Circuit::failed(Instant now) {
    failures_ = std::min(failures_ + 1, failures_allowed_);
    if (failures_ == failures_allowed_)
        next_trial_ = std::max(next_trial_, now + rest_);
}

} // namespace portal
