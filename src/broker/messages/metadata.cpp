#include "broker/messages/metadata.h"

#include "broker/messages/parts.h"
#include "broker/messages/signature.h"

namespace broker {
namespace {

Element endpoint(char const* name, char const* binding, std::string location) {
    return {
        .name = name,
        .attributes = {{"Binding", std::string{"urn:oasis:names:tc:SAML:2.0:bindings:"} + binding},
                       {"Location", std::move(location)}}};
}

Element signing_descriptor(SigningKey const& key) {
    return {.name = "md:KeyDescriptor",
            .attributes = {{"use", "signing"}},
            .children = {key_descriptor_info(key.certificate())}};
}

} // namespace

std::string broker_metadata(Party const& broker, std::string_view public_url,
                            foundation::Randomness& randomness, foundation::Instant now,
                            std::optional<SigningKey> const& second) {
    std::string const url{public_url};
    auto resolution = endpoint("md:ArtifactResolutionService", "SOAP", url + "/ars");
    resolution.attributes.push_back({"index", "0"});
    resolution.attributes.push_back({"isDefault", "true"});
    Element role{
        .name = "md:IDPSSODescriptor",
        .attributes = {{"WantAuthnRequestsSigned", "true"},
                       {"protocolSupportEnumeration", "urn:oasis:names:tc:SAML:2.0:protocol"}},
        .children = {signing_descriptor(broker.key)}};
    if (second)
        role.children.push_back(signing_descriptor(*second));
    role.children.push_back(std::move(resolution));
    role.children.push_back(endpoint("md:SingleSignOnService", "HTTP-POST", url + "/sso"));
    Element entity{.name = "md:EntityDescriptor",
                   .attributes = {{"ID", new_id(randomness)},
                                  {"entityID", broker.entity_id},
                                  {"validUntil", timestamp(now + std::chrono::days{365})}},
                   .children = {std::move(role)}};
    sign(entity, broker.key, KeyInfo::certificate);
    return canonical(entity);
}

} // namespace broker
