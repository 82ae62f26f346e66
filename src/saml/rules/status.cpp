#include "saml/rules/status.h"

#include "saml/names.h"

namespace saml::rules {
namespace {

using portal::Rejection;

Finding failure(Status const& status) {
    if (status.top != names::status_requester && status.top != names::status_responder)
        return refused("9.9 status");
    if (status.second == names::status_authn_failed)
        return refused("9.9 authentication failed", Rejection::cancelled);
    if (status.second == names::status_request_unsupported)
        return refused("9.9 request unsupported", Rejection::not_served);
    return refused("9.9 failure");
}

} // namespace

Finding status(Response const& response) {
    auto const all = response.assertions + response.encrypted_assertions;
    if (response.status.top != names::status_success)
        return all == 0 ? failure(response.status) : refused("9.9 assertion with failure");
    if (!response.status.second.empty())
        return refused("9.9 second level");
    if (response.encrypted_assertions != 0)
        return refused("9.9 encrypted assertion");
    if (response.assertions != 1)
        return refused("9.9 one assertion");
    return std::nullopt;
}

} // namespace saml::rules
