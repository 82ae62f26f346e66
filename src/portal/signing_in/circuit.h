#pragma once
#include "foundation/instant.h"
#include "portal/policy.h"

namespace portal {

/// Whether the broker is called at all. After so many calls without an answer in a row nobody waits
/// for it any more: visitors hear at once that it does not answer. Now and then one of them tries;
/// any answer ends it. Pure: the caller hands in the moment and guards it against other threads.
class Circuit {
public:
    explicit Circuit(Policy const& policy)
        : failures_allowed_(policy.broker_failures)
        , rest_(policy.broker_rest) {}

    enum class State {
        closed,   ///< calls go through
        open,     ///< no calls
        half_open ///< the next visitor tries
    };
    State state(foundation::Instant now) const;

    /// Whether this call may be made. While half open it may be by one: the one who asks first.
    bool admits(foundation::Instant now);
    void answered() { failures_ = 0; }
    /// `now` is the moment at which the call had begun.
    void failed(foundation::Instant now);

private:
    int failures_allowed_;
    foundation::Duration rest_;
    int failures_ = 0; ///< in a row
    /// When the next trial may begin. A trial that never reports back lets the next one begin.
    foundation::Instant next_trial_{};
};

} // namespace portal
