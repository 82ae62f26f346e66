#include "portal/acting/standing.h"

namespace portal {

namespace {

bool by_eherkenning(Session const& session, Account const& account,
                    Organisation const& organisation, Policy const& policy,
                    foundation::Instant now) {
    return organisation.opens_by_eherkenning(policy) && account.linked(policy, now) &&
           account.link->identity == session.identity;
}

bool by_the_agency(Account const& account, Organisation const& organisation, Policy const& policy) {
    return policy.staff_have_own_door && organisation.is_agency && account.is_staff();
}

} // namespace

bool opens(Session const& session, Account const& account, Organisation const& organisation,
           Policy const& policy, foundation::Instant now) {
    if (organisation.ended(now) || account.ended(now) || session.account != account.id ||
        account.organisation != organisation.id)
        return false;
    switch (session.door) {
    case Door::eherkenning:
        return by_eherkenning(session, account, organisation, policy, now);
    case Door::agency:
        return by_the_agency(account, organisation, policy);
    }
    return false;
}

std::optional<Standing> standing_of(Bearer const& bearer, Policy const& policy,
                                    foundation::Instant now) {
    auto const& session = bearer.session;
    if (!bearer.account || !opens(session, *bearer.account, *bearer.organisation, policy, now))
        return std::nullopt;
    return Standing{.account = *bearer.account,
                    .organisation = *bearer.organisation,
                    .grants = bearer.grants,
                    .level = session.level,
                    .branch_number = session.branch_number};
}

} // namespace portal
