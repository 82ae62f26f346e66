#include "portal/upkeep/expiries.h"

#include <algorithm>
#include <fmt/format.h>

namespace portal::upkeep {

using foundation::Instant;

namespace {

/// Who handles the certificates: the registrars of the agency (decision 0073), linked or not.
std::vector<Account> registrars(Records& records, Instant now) {
    std::vector<Account> found;
    auto const agency = records.agency();
    if (!agency)
        return found;
    AccountQuery query{.search = {}, .per_page = 100};
    for (std::int64_t seen = 0;; ++query.page) {
        auto listing = records.accounts(agency->id, query, now);
        seen += static_cast<std::int64_t>(listing.rows.size());
        for (auto& account : listing.rows)
            if (!account.ended(now) &&
                std::ranges::find(account.staff_roles, StaffRole::registrar) !=
                    account.staff_roles.end())
                found.push_back(std::move(account));
        if (listing.rows.empty() || seen >= listing.total)
            return found;
    }
}

} // namespace

int warn_of_expiries(Archive& archive, std::span<keys::Expiry const> expiries, Instant now) {
    return archive.change(now, [&](Records& records) {
        int mails = 0;
        auto const staff = registrars(records, now);
        for (auto const& expiry : expiries) {
            auto const days = keys::due_warning(expiry, now);
            if (!days)
                continue;
            // The moment is part of it: a certificate renewed under the same key is another thing.
            auto const notice = fmt::format("runs out {} {} {} {}", keys::name_of(expiry.holding),
                                            expiry.mark, foundation::rfc3339(expiry.until), *days);
            KeyRunsOutSoon fact{.expiry = expiry, .days = *days, .staff = {}};
            for (auto const& account : staff)
                if (records.remember_notice(account.id, notice))
                    fact.staff.push_back(correspondent(account.person));
            if (fact.staff.empty())
                continue;
            mails += static_cast<int>(fact.staff.size());
            records.keep({fact}, {.account = {}, .otherwise = "nightly"});
        }
        return mails;
    });
}

} // namespace portal::upkeep
