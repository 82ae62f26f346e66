#include "portal/administration/looks.h"

#include "portal/archive.h"

#include <algorithm>

namespace portal::administration {

std::vector<std::string> newly_seen(Change& change, std::string const& page,
                                    std::vector<std::string> const& people) {
    return change.records.newly_seen(change.session.digest, page, people,
                                     change.now - Policy::look_counts_for);
}

void keep_looks(Change& change, std::string const& page, std::vector<OnPage> const& people) {
    std::vector<std::string> ids;
    for (auto const& one : people)
        if (one.account.id != change.actor.account.id)
            ids.push_back(one.account.id.text());
    auto const fresh = newly_seen(change, page, ids);
    std::vector<Fact> facts;
    for (auto const& one : people)
        if (std::ranges::find(fresh, one.account.id.text()) != fresh.end())
            facts.push_back(AccountViewed{.subject = subject_of(one.account, one.organisation),
                                          .on = page.substr(0, page.find(' '))});
    change.keep(facts);
}

} // namespace portal::administration
