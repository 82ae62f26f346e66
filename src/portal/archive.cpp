#include "portal/archive.h"

#include "foundation/fault.h"

namespace portal {

void Records::keep(std::vector<Fact> const& facts, journal::Doer const& doer,
                   foundation::Instant now) {
    for (auto const& fact : facts) {
        append(journal::what_is_recorded(fact), doer, now);
        for (auto const& post : correspondence::what_is_sent(fact))
            queue(post, now);
    }
}

bool Records::may_cause(Cause cause, std::string const& by_whom, CauseLimit const& limit,
                        foundation::Instant now) {
    foundation::ensure(limit.within <= longest_limit, "a limit looks back further than is kept");
    if (std::ssize(caused_after(cause, by_whom, now - limit.within)) >= limit.most)
        return false;
    add_caused(cause, by_whom, now);
    return true;
}

} // namespace portal
