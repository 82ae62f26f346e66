#pragma once
#include "portal/signing_in/agency_provider.h"
#include "saml/agency/profile.h"
#include "saml/broker_metadata.h"
#include "saml/rules/expectation.h"

#include <expected>
#include <string_view>

namespace saml::agency {

/// All that judging a message needs besides the message.
struct Judgement {
    rules::Expectation expected;
    BrokerMetadata const& provider;
    Profile const& profile;
};

using Received = std::expected<portal::StaffArrival, portal::Rejected>;

/// A Response that the browser posted. The Assertion must carry a signature of its own, the
/// Response may; one that is there must hold.
Received receive_response(std::string_view text, Judgement const& judgement);

} // namespace saml::agency
