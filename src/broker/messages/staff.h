#pragma once
#include "broker/messages/response.h"

#include <string>
#include <string_view>
#include <vector>

/// The identity provider of an agency, for its own staff: plain SAML 2.0, nothing of the scheme.
namespace broker {

struct StaffMember {
    std::string uid;
    std::string name;
    std::string mail;
    std::vector<std::string> groups; ///< what the portal makes roles of
};

struct StaffAnswer {
    std::string request_id; ///< of the AuthnRequest
    std::string recipient;  ///< the consumer endpoint's address
    std::string audience;   ///< the service provider
};

/// The Response to a sign-in: only its Assertion is signed, as most providers do.
Element staff_response(Party const& provider, StaffMember const& member, StaffAnswer const& answer,
                       foundation::Randomness& randomness, foundation::Instant now);

/// `public_url` has no slash at its end.
std::string staff_metadata(Party const& provider, std::string_view public_url,
                           foundation::Randomness& randomness, foundation::Instant now);

} // namespace broker
