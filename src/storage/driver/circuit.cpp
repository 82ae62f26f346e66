#include "storage/driver/circuit.h"

#include "storage/driver/errors.h"

namespace storage::driver {

Circuit::Leave Circuit::leave_at(Deadline now) {
    if (in_order_)
        return Leave::usual;
    auto const lock = std::scoped_lock{mutex_};
    if (failures_ <= failures_borne)
        return Leave::usual;
    if (is_tried_ || now < next_trial_)
        return Leave::none;
    is_tried_ = true;
    return Leave::trial;
}

void Circuit::answered() {
    if (in_order_)
        return;
    auto const lock = std::scoped_lock{mutex_};
    failures_ = 0;
    is_tried_ = false;
    in_order_ = true;
}

void Circuit::unanswered(Leave leave, Deadline now) {
    auto const lock = std::scoped_lock{mutex_};
    in_order_ = false;
    ++failures_;
    next_trial_ = now + rest;
    if (leave == Leave::trial)
        is_tried_ = false;
}

void Circuit::over(Leave leave) {
    if (leave != Leave::trial)
        return;
    auto const lock = std::scoped_lock{mutex_};
    is_tried_ = false;
}

Asking::Asking(Circuit& circuit, Deadline now)
    : circuit_(circuit)
    , leave_(circuit.leave_at(now)) {
    if (leave_ == Circuit::Leave::none)
        throw Unreachable("the database gave no answer a moment ago; it is not asked yet");
}

} // namespace storage::driver
