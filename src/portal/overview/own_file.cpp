#include "portal/overview/own_file.h"

#include <algorithm>

namespace portal {

using foundation::Instant;

namespace {

std::map<AccountId, std::string> granters_of(Records& records, std::vector<Grant> const& grants) {
    std::map<AccountId, std::string> names;
    for (auto const& grant : grants)
        if (!names.contains(grant.granted_by))
            if (auto const granter = records.account(grant.granted_by))
                names.emplace(grant.granted_by, granter->person.name);
    return names;
}

} // namespace

OwnFile own_file(Archive& archive, Standing const& standing, Policy const& policy, Instant now) {
    auto file = archive.look([&](Records& records) {
        return OwnFile{.administrators = records.administrators_of(standing.organisation.id, now),
                       .granters = granters_of(records, standing.grants),
                       .sessions = records.sessions_of(standing.account.id),
                       .has_other_accounts =
                           overview::has_other_accounts(records, standing, policy, now)};
    });
    std::erase_if(file.sessions, [&](Session const& one) { return one.over(policy, now); });
    std::ranges::sort(file.sessions, std::ranges::greater{}, &Session::seen_at);
    return file;
}

bool end_other_sessions(Desk const& desk, Claim const& claim) {
    return desk.change(claim, [](Change& change) {
        change.records.end_sessions_of(change.actor.account.id, change.session.digest);
    });
}

} // namespace portal
