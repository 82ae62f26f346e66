#pragma once
#include "portal/accounts/account.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace portal {

enum class AccountFilter { all, not_linked, linked, ended };
enum class AccountOrder { name, last_sign_in, registered };

struct AccountQuery {
    std::string search; ///< in name, mail address and username
    AccountFilter filter = AccountFilter::all;
    AccountOrder order = AccountOrder::name;
    bool descending = false;
    int page = 1; ///< from 1
    int per_page = 25;
};

/// Which appointments, as far as the role of who asks reaches (P8.15).
struct AppointmentQuery {
    std::optional<AppointmentState> state{}; ///< nothing: all, who wait first
    /// Of those that were decided only the ones that this account decided.
    std::optional<AccountId> decided_by{};
    int page = 1; ///< from 1
    int per_page = 25;
};

template<class T>
struct Listing {
    std::vector<T> rows;
    std::int64_t total = 0;
};

/// A stretch of accounts for a job that goes through all of them. A row that cannot be read is left
/// out and named: it stands in nobody's way.
struct Stretch {
    std::vector<Account> accounts;
    std::vector<std::string> unreadable; ///< ids
    std::string last;                    ///< id of the last row, read or not; empty: no more
};

} // namespace portal
