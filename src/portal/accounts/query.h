#pragma once
#include <string>

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

} // namespace portal
