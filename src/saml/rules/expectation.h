#pragma once
#include "foundation/instant.h"
#include "portal/identity.h"

#include <span>
#include <string>
#include <string_view>

namespace saml::rules {

/// What a message must agree with: who we are, who the broker is, what was asked and what time it
/// is.
struct Expectation {
    std::string_view broker_entity_id{};
    std::string_view entity_id{};
    std::string_view acs_address{};
    std::string_view service_id{};
    std::span<std::string const> service_uuids{}; ///< empty: any
    std::string_view request_id{};
    foundation::Instant departed_at;
    portal::AssuranceLevel minimum_level;
    foundation::Instant now;
    foundation::Duration skew;
};

} // namespace saml::rules
