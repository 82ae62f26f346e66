#pragma once
#include "foundation/instant.h"

#include <string>
#include <string_view>

namespace portal {

/// How somebody makes the portal send a mail, where that has a limit (P2.17).
enum class Cause {
    code_for_account,
    code_by_account, ///< who sends, for whomever
    address_code_by_account,
    address_code_to_address, ///< the address as a keyed digest
    address_code_by_account_to_address,
    code_request_by_person, ///< the person as a digest
    registration_by_account,
    mail_to_address, ///< registered, appointed or sent a code, by whomever
};
std::string_view name_of(Cause cause);

/// At most so many within a period.
struct CauseLimit {
    int most = 0;
    foundation::Duration within{0};
};

/// One more of a cause, as far as its limit lets it.
struct Causing {
    Cause cause{};
    std::string by_whom;
    CauseLimit limit{};
};

/// No limit looks back longer: what is older may be thrown away.
inline constexpr foundation::Duration longest_limit = std::chrono::hours{24};

} // namespace portal
