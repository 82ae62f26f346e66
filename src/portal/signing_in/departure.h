#pragma once
#include "portal/language.h"
#include "portal/signing_in/broker.h"

#include <string>

namespace portal::signing_in {

/// What the database remembers of a visitor who left for the broker.
struct DepartureNote {
    std::string relay_digest;   ///< of the RelayState handle
    std::string browser_digest; ///< of the pre-login cookie: another browser does not get it (P2 in
                                ///< security.md)
    PendingSignIn pending;
    std::string return_path; ///< own path; empty for the overview
    Language language = Language::dutch;
};

} // namespace portal::signing_in
