#pragma once
#include "broker/messages/person.h"
#include "broker/messages/service_provider.h"
#include "foundation/instant.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace broker::xml {

/// A service provider's wish to have somebody signed in, after all checks.
struct SignInRequest {
    std::string id;
    ConsumerEndpoint endpoint;
    RequestedService service;
    std::optional<std::string> provider_name;
    std::optional<Level> minimum_level; ///< only when the request itself asks for one
};

struct ResolveRequest {
    std::string id;
    std::string artifact;
};

/// What is wrong with a message, in a few words, for the page and the log.
template<class T>
using Read = std::expected<T, std::string>;

/// An AuthnRequest by this service provider for this address (eherkenning.md 2).
Read<SignInRequest> read_sign_in_request(std::string_view message, ServiceProvider const& provider,
                                         std::string_view own_address, foundation::Instant now);

/// The same by one that knows nothing of the scheme: its `service` stays empty.
Read<SignInRequest> read_plain_request(std::string_view message, ServiceProvider const& provider,
                                       std::string_view own_address, foundation::Instant now);

/// An ArtifactResolve by this service provider in a SOAP envelope (eherkenning.md 4.2).
Read<ResolveRequest> read_resolve_request(std::string_view envelope,
                                          ServiceProvider const& provider,
                                          std::string_view own_address, foundation::Instant now);

} // namespace broker::xml
