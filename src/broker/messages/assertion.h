#pragma once
#include "broker/messages/response.h"

#include <string>

namespace broker {

/// Everything that the three assertions of one sign-in have in common.
struct SignIn {
    Keys const& keys;
    ServiceProvider const& provider;
    Answer const& answer;
    std::string pseudonym;
};

/// The broker's own assertion, signed (eherkenning.md 3.2 and 3.3).
Element broker_assertion(SignIn const& sign_in, foundation::Randomness& randomness,
                         foundation::Instant now);

} // namespace broker
