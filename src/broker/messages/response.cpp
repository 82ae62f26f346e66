#include "broker/messages/response.h"

#include "broker/messages/assertion.h"
#include "broker/messages/parts.h"
#include "broker/messages/pseudonym.h"
#include "broker/messages/signature.h"
#include "foundation/text.h"

#include <algorithm>
#include <utility>

namespace broker {
namespace {

constexpr std::string_view status_urn = "urn:oasis:names:tc:SAML:2.0:status:";

Element status_code(std::string_view name) {
    return {.name = "samlp:StatusCode",
            .attributes = {{"Value", std::string{status_urn}.append(name)}}};
}

Element refused_status(Refusal const& refusal) {
    auto code = status_code(refusal.status);
    code.children.push_back(status_code(refusal.second_status));
    return {.name = "samlp:Status",
            .children = {std::move(code),
                         {.name = "samlp:StatusMessage", .text = std::string{refusal.message}}}};
}

Element bare_response(std::string_view entity_id, std::string const& request_id,
                      std::string const& destination, Element status,
                      foundation::Randomness& randomness, foundation::Instant now) {
    return {.name = "samlp:Response",
            .attributes = {{"ID", new_id(randomness)},
                           {"Version", "2.0"},
                           {"IssueInstant", timestamp(now)},
                           {"InResponseTo", request_id},
                           {"Destination", destination}},
            .children = {issuer(entity_id), std::move(status)}};
}

auto child(Element& parent, std::string_view name) {
    return std::ranges::find(parent.children, name, &Element::name);
}

/// A forged assertion, about somebody else, carries the signature of the genuine one and keeps that
/// where a reference to its ID finds it. Whoever checks some signature and reads the first
/// assertion lets the forger in (security.md X1).
Element wrapped(Element genuine, SignIn const& sign_in, foundation::Randomness& randomness,
                foundation::Instant now) {
    auto forged_answer = sign_in.answer;
    forged_answer.spoiling.unsigned_assertion = true;
    forged_answer.with_advice = false;
    auto forged = broker_assertion(
        {sign_in.keys, sign_in.provider, forged_answer,
         pseudonym("eva-indringer", sign_in.answer.represented.kvk, sign_in.provider.entity_id)},
        randomness, now);
    auto const own = child(genuine, "ds:Signature");
    auto signature = std::move(*own);
    genuine.children.erase(own);
    Element advice{.name = "saml:Advice"};
    advice.children.push_back(std::move(genuine));
    forged.children.insert(child(forged, "saml:Conditions") + 1, std::move(advice));
    forged.children.insert(child(forged, "saml:Issuer") + 1, std::move(signature));
    return forged;
}

} // namespace

Keys keys_of(Party broker, foundation::Instant now) {
    return {.broker = std::move(broker),
            .authentication_service = {"urn:etoegang:AD:00000009000000000002:entities:9001",
                                       SigningKey::generate("Simulated AD", now)},
            .mandate_register = {"urn:etoegang:MR:00000009000000000003:entities:9001",
                                 SigningKey::generate("Simulated MR", now)}};
}

std::string pseudonym_of(Person const& person, Answer const& answer,
                         std::string_view service_provider) {
    auto const kvk = answer.with_mandate ? std::string_view{answer.represented.kvk} : "";
    auto value =
        person.own_pseudonym.value_or(pseudonym(person_key(person.name), kvk, service_provider));
    if (answer.renewed_pseudonym)
        value = pseudonym("renewed " + value, kvk, service_provider);
    return answer.upper_case_pseudonym ? foundation::upper_ascii(value) : value;
}

Element response(Keys const& keys, ServiceProvider const& provider, Person const& person,
                 Answer const& answer, foundation::Randomness& randomness,
                 foundation::Instant now) {
    Element const success{.name = "samlp:Status", .children = {status_code("Success")}};
    auto made = bare_response(keys.broker.entity_id, answer.request_id, answer.recipient, success,
                              randomness, now);
    SignIn const sign_in{keys, provider, answer, pseudonym_of(person, answer, provider.entity_id)};
    auto assertion = broker_assertion(sign_in, randomness, now);
    if (answer.spoiling.wrapped_signature)
        assertion = wrapped(std::move(assertion), sign_in, randomness, now);
    made.children.push_back(std::move(assertion));
    if (answer.sign_response)
        sign(made, keys.broker.key);
    return made;
}

std::string make_response(Keys const& keys, ServiceProvider const& provider, Person const& person,
                          Answer const& answer, foundation::Randomness& randomness,
                          foundation::Instant now) {
    return canonical(response(keys, provider, person, answer, randomness, now));
}

Refusal cancelled(std::string request_id, std::string recipient) {
    return {.request_id = std::move(request_id),
            .recipient = std::move(recipient),
            .status = "Responder",
            .second_status = "AuthnFailed",
            .message = "The user cancelled."};
}

Refusal unsupported(std::string request_id, std::string recipient) {
    return {.request_id = std::move(request_id),
            .recipient = std::move(recipient),
            .status = "Responder",
            .second_status = "RequestUnsupported",
            .message = "The request cannot be served."};
}

Element refusing_response(Party const& broker, Refusal const& refusal,
                          foundation::Randomness& randomness, foundation::Instant now) {
    auto made = bare_response(broker.entity_id, refusal.request_id, refusal.recipient,
                              refused_status(refusal), randomness, now);
    sign(made, broker.key);
    return made;
}

} // namespace broker
