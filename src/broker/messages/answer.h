#pragma once
#include "broker/messages/person.h"

#include <chrono>
#include <optional>
#include <string>

namespace broker {

/// How an answer is wrong on purpose, signed after the change, so that a service provider can show
/// that it notices.
struct Spoiling {
    std::optional<std::string> audience = {};  ///< instead of the service provider
    std::chrono::seconds validity_moved_by{0}; ///< Conditions and SubjectConfirmationData
    bool unsigned_assertion = false;
    bool wrapped_signature = false;     ///< a forged assertion under the genuine one's signature
    bool for_another_recipient = false; ///< identifiers encrypted for the mandate register
};

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
    bool renewed_pseudonym = false;                ///< as after a change of supplier (6.1)
    bool with_company_name = true;
    bool with_advice = true;   ///< the AD's and MR's assertions (eherkenning.md 3.5)
    bool sign_response = true; ///< not needed inside a signed ArtifactResponse (3.1)
    Spoiling spoiling = {};
};

} // namespace broker
