#include "broker/messages/artifact.h"

#include "broker/messages/parts.h"
#include "broker/messages/signature.h"
#include "foundation/text.h"

namespace broker {

std::string new_artifact(std::string_view entity_id, foundation::Randomness& randomness) {
    using namespace std::string_view_literals;
    constexpr auto type_and_endpoint = "\x00\x04\x00\x00"sv;
    return foundation::base64(std::string{type_and_endpoint} + sha1(entity_id) +
                              random_bytes(randomness, 20));
}

Element artifact_response(Party const& broker, std::string_view resolve_id,
                          std::optional<Element> message, foundation::Randomness& randomness,
                          foundation::Instant now) {
    Element made{
        .name = "samlp:ArtifactResponse",
        .attributes = {{"ID", new_id(randomness)},
                       {"Version", "2.0"},
                       {"IssueInstant", timestamp(now)},
                       {"InResponseTo", std::string{resolve_id}}},
        .children = {
            issuer(broker.entity_id),
            {.name = "samlp:Status",
             .children = {
                 {.name = "samlp:StatusCode",
                  .attributes = {{"Value", "urn:oasis:names:tc:SAML:2.0:status:Success"}}}}}}};
    if (message)
        made.children.push_back(*std::move(message));
    sign(made, broker.key);
    return made;
}

std::string in_envelope(Element message) {
    Element body{.name = "soap:Body"};
    body.children.push_back(std::move(message));
    Element envelope{.name = "soap:Envelope"};
    envelope.children.push_back(std::move(body));
    return canonical(envelope);
}

std::string soap_fault(std::string_view reason) {
    return in_envelope({.name = "soap:Fault",
                        .children = {{.name = "faultcode", .text = "soap:Client"},
                                     {.name = "faultstring", .text = std::string{reason}}}});
}

} // namespace broker
