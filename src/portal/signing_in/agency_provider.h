#pragma once
#include "portal/accounts/account.h"
#include "portal/signing_in/broker.h"

#include <vector>

namespace portal {

/// A member of staff as the agency's identity provider vouches for: everything in it was covered by
/// a verified signature.
struct StaffArrival {
    std::string request_id;
    std::string response_id;
    std::string assertion_id;
    foundation::Instant
        assertion_expires_at; ///< with the skew: until then the id must be remembered
    foundation::Instant authenticated_at;
    StaffIdentity identity;
    std::string name;
    std::string email;
    std::vector<StaffRole> roles; ///< each once, in the order of the enum; empty: none is known
};

/// The agency's identity provider as the portal sees it (P8.1). Implemented by saml/agency. It
/// judges messages as strictly as the broker's; only what is told of the person differs.
class AgencyProvider {
public:
    virtual ~AgencyProvider() = default;

    /// Makes and signs an AuthnRequest. `request_id` is to be stored before the browser leaves.
    virtual Departure send_off(foundation::Randomness& randomness, foundation::Instant now) = 0;

    /// Checks a Response that the browser posted (base64) against the pending sign-in.
    virtual std::expected<StaffArrival, Rejected> receive_posted(std::string_view saml_response,
                                                                 PendingSignIn const& pending,
                                                                 foundation::Instant now) = 0;

    /// This service provider's signed metadata, for the provider.
    virtual std::string metadata(foundation::Randomness& randomness) = 0;
};

} // namespace portal
