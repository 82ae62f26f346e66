#include "broker/messages/advice.h"

#include "broker/messages/assertion_frame.h"
#include "broker/messages/parts.h"
#include "broker/messages/signature.h"

namespace broker {
namespace {

EncryptionKey key_for(Party const& party) {
    auto const& certificate = party.key.certificate();
    return {certificate, certificate.fingerprint()};
}

struct Signed {
    Element assertion;
    std::string signature_value;
};

Signed authentication(SignIn const& sign_in, std::string const& transient,
                      foundation::Randomness& randomness, foundation::Instant now) {
    auto const& keys = sign_in.keys;
    auto const register_key = key_for(keys.mandate_register);
    auto assertion = framed_assertion(
        {keys.authentication_service.entity_id,
         transient,
         {keys.broker.entity_id, sign_in.provider.entity_id, keys.mandate_register.entity_id}},
        sign_in, randomness, now);
    assertion.children.push_back(authn_statement(sign_in, new_uuid(randomness), now));
    assertion.children.push_back(
        {.name = "saml:AttributeStatement",
         .children = {attribute("urn:etoegang:core:Representation",
                                {boolean_value(sign_in.answer.with_mandate)}),
                      attribute("urn:etoegang:core:AuthorizationRegistryID",
                                {text_value(keys.mandate_register.entity_id)}),
                      attribute("urn:etoegang:core:ActingSubjectID",
                                {encrypted_value(qualifier::pseudonym, new_uuid(randomness),
                                                 {keys.mandate_register.entity_id, register_key},
                                                 randomness)})}});
    auto value = sign(assertion, keys.authentication_service.key);
    return {std::move(assertion), std::move(value)};
}

Element xacml_attribute(std::string_view id, Element value) {
    value.name = "xacml-context:AttributeValue";
    std::erase_if(value.attributes, [](Attribute const& one) { return one.name == "xsi:type"; });
    value.prefixes_in_values.clear();
    return {.name = "xacml-context:Attribute",
            .attributes = {{"AttributeId", std::string{id}},
                           {"DataType", "http://www.w3.org/2001/XMLSchema#string"}},
            .children = {std::move(value)}};
}

Element xacml_text(std::string_view id, std::string_view text) {
    return xacml_attribute(id, text_value(text));
}

/// Who asked to do what: the register repeats the organisation's number in plain text here.
Element xacml_request(SignIn const& sign_in, foundation::Randomness& randomness) {
    auto const& answer = sign_in.answer;
    auto const recipient = service_provider(sign_in);
    Element const subject{
        .name = "xacml-context:Subject",
        .children = {xacml_attribute("urn:etoegang:core:ActingSubjectID",
                                     encrypted_value(qualifier::pseudonym, sign_in.pseudonym,
                                                     recipient, randomness)),
                     xacml_text("urn:etoegang:core:LevelOfAssurance", urn_of(answer.asked_level)),
                     xacml_text("urn:etoegang:core:LevelOfAssuranceUsed", urn_of(answer.level))}};
    Element const resource{
        .name = "xacml-context:Resource",
        .children = {xacml_text("urn:etoegang:core:ServiceID", answer.service_id),
                     xacml_text("urn:etoegang:core:ServiceUUID", answer.service_uuid),
                     xacml_text(qualifier::kvk, answer.represented.kvk)}};
    Element const action{
        .name = "xacml-context:Action",
        .children = {xacml_text("urn:oasis:names:tc:xacml:1.0:action:action-id", "Authenticate")}};
    return {.name = "xacml-context:Request",
            .children = {subject, resource, action, {.name = "xacml-context:Environment"}}};
}

Element xacml_statement(SignIn const& sign_in, foundation::Randomness& randomness) {
    Element const permit{
        .name = "xacml-context:Response",
        .children = {{.name = "xacml-context:Result",
                      .children = {{.name = "xacml-context:Decision", .text = "Permit"}}}}};
    return {.name = "saml:Statement",
            .attributes = {{"xsi:type", "xacml-saml:XACMLAuthzDecisionStatementType"}},
            .children = {permit, xacml_request(sign_in, randomness)},
            .prefixes_in_values = {"xacml-saml"}};
}

Element mandate(SignIn const& sign_in, std::string const& transient, Signed const& authentication,
                foundation::Randomness& randomness, foundation::Instant now) {
    auto const& keys = sign_in.keys;
    auto assertion =
        framed_assertion({keys.mandate_register.entity_id, transient, {sign_in.provider.entity_id}},
                         sign_in, randomness, now);
    assertion.children.push_back(
        {.name = "saml:Advice",
         .children = {{.name = "saml:AssertionIDRef",
                       .text = authentication.assertion.attributes.front().value}}});
    assertion.children.push_back(xacml_statement(sign_in, randomness));
    assertion.children.push_back(
        {.name = "saml:AttributeStatement",
         .children = {attribute("urn:etoegang:core:LinkedDeclarationSignatureValue",
                                {text_value(authentication.signature_value)})}});
    sign(assertion, keys.mandate_register.key);
    return assertion;
}

} // namespace

Element advice(SignIn const& sign_in, std::string const& transient,
               foundation::Randomness& randomness, foundation::Instant now) {
    auto const authenticated = authentication(sign_in, transient, randomness, now);
    Element made{.name = "saml:Advice", .children = {authenticated.assertion}};
    if (sign_in.answer.with_mandate)
        made.children.push_back(mandate(sign_in, transient, authenticated, randomness, now));
    return made;
}

} // namespace broker
