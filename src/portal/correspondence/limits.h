#pragma once
#include "foundation/instant.h"

#include <string_view>

namespace portal {

/// How somebody makes the portal send a mail, where that has a limit (P2.17).
enum class Cause {
    code_for_account,
    address_code_by_account,
    address_code_to_address, ///< the address as a keyed digest
    code_request_by_person,  ///< the person as a digest
    registration_by_account,
};
std::string_view name_of(Cause cause);

/// At most so many within a period.
struct CauseLimit {
    int most = 0;
    foundation::Duration within{0};
};

/// No limit looks back longer: what is older may be thrown away.
inline constexpr foundation::Duration longest_limit = std::chrono::hours{24};

} // namespace portal
