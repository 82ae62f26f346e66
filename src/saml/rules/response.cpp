#include "saml/rules/response.h"

#include "saml/rules/heading.h"

#include <chrono>

namespace saml::rules {
namespace {

constexpr std::chrono::minutes oldest_request{30}; // security.md P1

} // namespace

Finding response(Response const& response, Expectation const& expected) {
    if (auto found = heading(response.heading, expected, "9.8"))
        return found;
    if (response.destination != expected.acs_address)
        return refused("9.8 destination");
    if (response.in_response_to.empty() || response.in_response_to != expected.request_id)
        return refused("9.8 in response to");
    if (expected.now - expected.departed_at > oldest_request)
        return refused("9.8 request too old");
    if (!response.only_known_parts)
        return refused("9.8 parts");
    return std::nullopt;
}

} // namespace saml::rules
