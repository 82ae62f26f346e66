#pragma once
#include "portal/accounts/account.h"

#include <map>
#include <string>

namespace portal::forms {

/// What was filled in so far: nothing typed is ever lost (P9.3).
struct Draft {
    AccountId account;
    std::string task;
    std::map<std::string, std::string> values;
    std::string key; ///< minted with the draft: sending twice gives one submission
    foundation::Instant saved_at{};
};

struct Submission {
    std::string receipt; ///< shown to the user; unique
    std::string key;     ///< of the draft; unique
    AccountId account;
    OrganisationId organisation;
    std::string task;
    std::map<std::string, std::string> values;
    foundation::Instant sent_at{};
};

} // namespace portal::forms
