#pragma once
#include "foundation/instant.h"

#include <algorithm>
#include <chrono>

namespace portal {

/// So many a second, and so many at once after a quiet while. Pure: the caller hands in the moment
/// and guards it against other threads.
class Allowance {
public:
    struct Rate {
        int each_second = 1;
        int at_once = 1;
    };

    explicit Allowance(Rate rate)
        : each_(foundation::Duration{std::chrono::seconds{1}} / rate.each_second)
        , whole_(each_ * rate.at_once) {}

    /// Whether one more is within it; then that one is taken.
    bool take(foundation::Instant now) {
        // A clock that was set back must not refuse until it has caught up again.
        spent_until_ = std::clamp(spent_until_, now - whole_, now);
        if (spent_until_ + each_ > now)
            return false;
        spent_until_ += each_;
        return true;
    }

private:
    foundation::Duration each_;
    foundation::Duration whole_;
    foundation::Instant spent_until_{};
};

} // namespace portal
