#include "portal/linking/linking.h"

namespace portal::linking {

Step reachable(Position const& position, Policy const& policy) {
    if (position.step == Step::before_you_begin)
        return Step::before_you_begin;
    if (!position.agreed_disclaimer_at || position.disclaimer_version != policy.disclaimer_version)
        return Step::disclaimer;
    if (!position.agreed_terms_at || position.terms_version != policy.terms_version)
        return Step::terms;
    return Step::combination;
}

Position confirmed_having_both(Position position) {
    if (position.step == Step::before_you_begin)
        position.step = Step::disclaimer;
    return position;
}

Position agreed_to_disclaimer(Position position, Policy const& policy, foundation::Instant now) {
    position.agreed_disclaimer_at = now;
    position.disclaimer_version = policy.disclaimer_version;
    position.step = reachable(position, policy);
    return position;
}

Position agreed_to_terms(Position position, Policy const& policy, foundation::Instant now) {
    position.agreed_terms_at = now;
    position.terms_version = policy.terms_version;
    position.step = reachable(position, policy);
    return position;
}

} // namespace portal::linking
