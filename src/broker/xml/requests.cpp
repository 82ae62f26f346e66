#include "broker/xml/requests.h"

#include "broker/xml/document.h"
#include "broker/xml/verification.h"
#include "foundation/text.h"

#include <algorithm>

namespace broker::xml {
namespace {

using namespace std::chrono_literals;

/// How far a message's clock may be off, and how long it may be under way.
constexpr auto tolerated = 5min;

std::optional<std::string> issuer_of(Node const& message) {
    auto const issuer = message.only("saml", "Issuer");
    return issuer ? std::optional{issuer->text()} : std::nullopt;
}

/// What every message of a service provider must have: its own signature, issuer and a fresh time.
Read<void> check_message(Node const& message, ServiceProvider const& provider,
                         foundation::Instant now) {
    if (issuer_of(message) != provider.entity_id)
        return std::unexpected{"the message comes from an unknown service provider"};
    if (auto signature = verify(message, provider.signing); !signature)
        return signature;
    if (message.attribute("Version") != "2.0")
        return std::unexpected{"the message is not SAML 2.0"};
    auto const issued = foundation::parse_rfc3339(message.attribute("IssueInstant").value_or(""));
    if (!issued || *issued < now - tolerated || *issued > now + tolerated)
        return std::unexpected{"the message's IssueInstant is not of now"};
    return {};
}

bool ends_in(Binding binding, std::string_view uri) {
    return uri == (binding == Binding::post ? "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
                                            : "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact");
}

/// By index, or by address (and binding, if named) as the metadata has them; never both (2.4).
/// A service provider outside eHerkenning may name the address alone (SAML core 3.4.1).
Read<ConsumerEndpoint> endpoint_of(Node const& request, ServiceProvider const& provider) {
    auto const index = request.attribute("AssertionConsumerServiceIndex");
    auto const url = request.attribute("AssertionConsumerServiceURL");
    auto const binding = request.attribute("ProtocolBinding");
    if (index.has_value() == (url.has_value() || binding.has_value()))
        return std::unexpected{"the request must name its consumer endpoint in one way"};
    bool const may_leave_out_binding = provider.services.empty();
    auto const found = std::ranges::find_if(provider.endpoints, [&](auto const& endpoint) {
        return index ? *index == std::to_string(endpoint.index)
                     : url == endpoint.location &&
                           (binding ? ends_in(endpoint.binding, *binding) : may_leave_out_binding);
    });
    if (found == provider.endpoints.end())
        return std::unexpected{"the request names a consumer endpoint that is not in the metadata"};
    return *found;
}

Read<RequestedService> service_of(Node const& request, ServiceProvider const& provider) {
    auto const index = request.attribute("AttributeConsumingServiceIndex");
    if (provider.services.empty() && !index) // no service provider of eHerkenning
        return RequestedService{.index = 0,
                                .name = provider.organisation_name.value_or(provider.entity_id),
                                .service_id = {},
                                .attributes = {}};
    auto const found = std::ranges::find_if(provider.services, [&](auto const& service) {
        return index ? *index == std::to_string(service.index)
                     : service.is_default || provider.services.size() == 1;
    });
    if (found == provider.services.end())
        return std::unexpected{"the request names a service that is not in the metadata"};
    return *found;
}

std::optional<Level> level_of(Node const& request) {
    auto const context = request.only("samlp", "RequestedAuthnContext");
    auto const wanted = context ? context->only("saml", "AuthnContextClassRef") : std::nullopt;
    return wanted ? level_with_urn(wanted->text()) : std::nullopt;
}

bool usable_id(std::optional<std::string> const& id) {
    return id && !id->empty() && id->size() <= 128 && !foundation::has_control_characters(*id);
}

std::optional<Node> body_of(Node const& envelope) {
    if (!envelope.is("soap", "Envelope"))
        return std::nullopt;
    auto const body = envelope.only("soap", "Body");
    if (!body || body->children().size() != 1)
        return std::nullopt;
    return body->children().front();
}

/// Everything of an AuthnRequest but the service.
Read<SignInRequest> sound_request(Node const& request, ServiceProvider const& provider,
                                  std::string_view own_address, foundation::Instant now) {
    if (!request.is("samlp", "AuthnRequest"))
        return std::unexpected{"the message is not an AuthnRequest"};
    if (auto const sound = check_message(request, provider, now); !sound)
        return std::unexpected{sound.error()};
    auto const id = request.attribute("ID");
    if (!usable_id(id))
        return std::unexpected{"the request's ID cannot be used"};
    if (request.attribute("Destination") != own_address)
        return std::unexpected{"the request is meant for another address"};
    if (auto const passive = request.attribute("IsPassive"); passive && passive != "false")
        return std::unexpected{"the request must not be passive"};
    auto const endpoint = endpoint_of(request, provider);
    if (!endpoint)
        return std::unexpected{endpoint.error()};
    return SignInRequest{.id = *id,
                         .endpoint = *endpoint,
                         .service = {.index = 0, .name = {}, .service_id = {}, .attributes = {}},
                         .provider_name = request.attribute("ProviderName"),
                         .minimum_level = level_of(request)};
}

} // namespace

Read<SignInRequest> read_sign_in_request(std::string_view message, ServiceProvider const& provider,
                                         std::string_view own_address, foundation::Instant now) {
    auto const document = Document::parse(message);
    if (!document)
        return std::unexpected{"the message is not an AuthnRequest"};
    auto read = sound_request(document->root(), provider, own_address, now);
    if (!read)
        return read;
    auto service = service_of(document->root(), provider);
    if (!service)
        return std::unexpected{service.error()};
    read->service = *std::move(service);
    return read;
}

Read<SignInRequest> read_plain_request(std::string_view message, ServiceProvider const& provider,
                                       std::string_view own_address, foundation::Instant now) {
    auto const document = Document::parse(message);
    if (!document)
        return std::unexpected{"the message is not an AuthnRequest"};
    return sound_request(document->root(), provider, own_address, now);
}

Read<ResolveRequest> read_resolve_request(std::string_view envelope,
                                          ServiceProvider const& provider,
                                          std::string_view own_address, foundation::Instant now) {
    auto const document = Document::parse(envelope);
    auto const message = document ? body_of(document->root()) : std::nullopt;
    if (!message || !message->is("samlp", "ArtifactResolve"))
        return std::unexpected{"the message is not an ArtifactResolve in a SOAP envelope"};
    if (auto const sound = check_message(*message, provider, now); !sound)
        return std::unexpected{sound.error()};
    if (auto const to = message->attribute("Destination"); to && *to != own_address)
        return std::unexpected{"the request is meant for another address"};
    auto const id = message->attribute("ID");
    auto const artifact = message->only("samlp", "Artifact");
    if (!usable_id(id) || !artifact)
        return std::unexpected{"the request lacks a usable ID or an Artifact"};
    return ResolveRequest{.id = *id, .artifact = artifact->text()};
}

} // namespace broker::xml
