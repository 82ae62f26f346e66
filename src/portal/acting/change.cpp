#include "portal/acting/change.h"

namespace portal {

std::optional<Live> live(Claim const& claim, Records& records, Policy const& policy) {
    auto bearer = records.bearer(claim.session_digest());
    auto const now = records.moment();
    if (!bearer || bearer->session.over(policy, now))
        return std::nullopt;
    auto standing = standing_of(*bearer, policy, now);
    if (bearer->session.account && !standing)
        return std::nullopt;
    return Live{.session = std::move(bearer->session), .standing = std::move(standing)};
}

std::optional<Change> Change::by(Claim const& claim, Records& records, Policy const& policy) {
    auto found = live(claim, records, policy);
    if (!found || !found->standing)
        return std::nullopt;
    return Change{records, std::move(found->session), *std::move(found->standing)};
}

} // namespace portal
