#pragma once
#include "broker/messages/person.h"

#include <optional>
#include <string>

namespace broker {

/// What the sign-in at the means came to, in answer to one AuthnRequest.
struct Answer {
    std::string request_id; ///< of the AuthnRequest
    std::string recipient;  ///< the consumer endpoint's address
    std::string service_id;
    std::string service_uuid;
    Organisation represented;
    Level level = Level::loa3;
    Level asked_level = Level::loa3;
    std::optional<std::string> branch_number = {}; ///< the mandate holds for this branch only
    std::optional<Organisation> intermediary = {}; ///< a chain mandate
    bool with_mandate = true;                      ///< false: nobody is represented
    bool upper_case_pseudonym = false;             ///< as some registers write it (6.1)
    bool with_company_name = true;
    bool with_advice = true;   ///< the AD's and MR's assertions (eherkenning.md 3.5)
    bool sign_response = true; ///< not needed inside a signed ArtifactResponse (3.1)
};

} // namespace broker
