#include "portal/archive.h"

namespace portal {

void Records::keep(std::vector<Fact> const& facts, journal::Doer const& doer,
                   foundation::Instant now) {
    for (auto const& fact : facts) {
        append(journal::what_is_recorded(fact), doer, now);
        for (auto const& post : correspondence::what_is_sent(fact))
            queue(post, now);
    }
}

} // namespace portal
