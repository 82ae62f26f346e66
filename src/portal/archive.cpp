#include "portal/archive.h"

#include "foundation/fault.h"

namespace portal {

void Records::keep(std::vector<Fact> const& facts, journal::Doer const& doer) {
    for (auto const& fact : facts) {
        auto const now = moment();
        append(journal::what_is_recorded(fact), doer, now);
        for (auto const& post : correspondence::what_is_sent(fact))
            queue(post, now);
    }
}

std::optional<Cause> Records::too_often(std::vector<Causing> const& all, foundation::Instant now) {
    for (auto const& [cause, by_whom, limit] : all) {
        foundation::ensure(limit.within <= longest_limit,
                           "a limit looks back further than is kept");
        if (std::ssize(caused_after(cause, by_whom, now - limit.within)) >= limit.most)
            return cause;
    }
    for (auto const& [cause, by_whom, limit] : all)
        add_caused(cause, by_whom, now);
    return std::nullopt;
}

} // namespace portal
