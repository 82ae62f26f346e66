#include "broker/messages/assertion.h"

#include "broker/messages/advice.h"
#include "broker/messages/assertion_frame.h"
#include "broker/messages/parts.h"
#include "broker/messages/plain_attributes.h"
#include "broker/messages/signature.h"
#include "foundation/fault.h"

namespace broker {
namespace {

using namespace std::chrono_literals;

std::vector<Element> mandate_attributes(SignIn const& sign_in, foundation::Randomness& randomness) {
    auto const& answer = sign_in.answer;
    auto const recipient = service_provider(sign_in);
    std::vector<Element> out{attribute("urn:etoegang:core:LegalSubjectID",
                                       legal_subject(answer.represented, recipient, randomness))};
    if (answer.intermediary) {
        auto const& name = answer.intermediary->name;
        out.push_back(attribute("urn:etoegang:core:IntermediateSubjectID",
                                legal_subject(*answer.intermediary, recipient, randomness)));
        out.push_back(
            attribute("urn:etoegang:1.13:attribute-intermediate:CompanyName", {text_value(name)}));
    }
    if (answer.branch_number)
        out.push_back(attribute("urn:etoegang:1.9:ServiceRestriction:Vestigingsnr",
                                {text_value(*answer.branch_number)}));
    if (answer.with_company_name && !answer.represented.name.empty())
        out.push_back(attribute("urn:etoegang:1.11:attribute-represented:CompanyName",
                                {text_value(answer.represented.name)}));
    return out;
}

Element attribute_statement(SignIn const& sign_in, foundation::Randomness& randomness) {
    auto const& answer = sign_in.answer;
    Element statement{
        .name = "saml:AttributeStatement",
        .children = {attribute("urn:etoegang:core:ServiceID", {text_value(answer.service_id)}),
                     attribute("urn:etoegang:core:ServiceUUID", {text_value(answer.service_uuid)}),
                     attribute("urn:etoegang:core:ActingSubjectID",
                               {encrypted_value(qualifier::pseudonym, sign_in.pseudonym,
                                                service_provider(sign_in), randomness)})}};
    if (answer.with_mandate)
        for (auto& one : mandate_attributes(sign_in, randomness))
            statement.children.push_back(std::move(one));
    return statement;
}

Element subject(Frame const& frame, SignIn const& sign_in, foundation::Instant now) {
    Element const name_id{
        .name = "saml:NameID",
        .attributes = {{"Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"},
                       {"NameQualifier", sign_in.keys.authentication_service.entity_id}},
        .text = std::string{frame.transient}};
    auto const until = now + 2min + sign_in.answer.spoiling.validity_moved_by;
    Element const data{.name = "saml:SubjectConfirmationData",
                       .attributes = {{"InResponseTo", sign_in.answer.request_id},
                                      {"NotOnOrAfter", timestamp(until)},
                                      {"Recipient", sign_in.answer.recipient}}};
    return {.name = "saml:Subject",
            .children = {name_id,
                         {.name = "saml:SubjectConfirmation",
                          .attributes = {{"Method", "urn:oasis:names:tc:SAML:2.0:cm:bearer"}},
                          .children = {data}}}};
}

Element conditions(Frame const& frame, SignIn const& sign_in, foundation::Instant now) {
    auto const from = now + sign_in.answer.spoiling.validity_moved_by;
    Element restriction{.name = "saml:AudienceRestriction"};
    for (auto const& audience : frame.audiences)
        restriction.children.push_back({.name = "saml:Audience", .text = audience});
    return {.name = "saml:Conditions",
            .attributes = {{"NotBefore", timestamp(from - 5s)},
                           {"NotOnOrAfter", timestamp(from + 2min)}},
            .children = {std::move(restriction)}};
}

} // namespace

Recipient service_provider(SignIn const& sign_in) {
    if (sign_in.answer.spoiling.for_another_recipient) {
        auto const& other = sign_in.keys.mandate_register;
        auto const& certificate = other.key.certificate();
        return {other.entity_id, {certificate, certificate.fingerprint()}};
    }
    foundation::ensure(!sign_in.provider.encryption.empty(), "metadata without encryption keys");
    return {sign_in.provider.entity_id, sign_in.provider.encryption.front()};
}

Element framed_assertion(Frame const& frame, SignIn const& sign_in,
                         foundation::Randomness& randomness, foundation::Instant now) {
    return {.name = "saml:Assertion",
            .attributes = {{"ID", new_id(randomness)},
                           {"Version", "2.0"},
                           {"IssueInstant", timestamp(now)}},
            .children = {issuer(frame.issuer), subject(frame, sign_in, now),
                         conditions(frame, sign_in, now)}};
}

Element authn_statement(SignIn const& sign_in, std::string const& session,
                        foundation::Instant now) {
    return {.name = "saml:AuthnStatement",
            .attributes = {{"AuthnInstant", timestamp(now)}, {"SessionIndex", session}},
            .children = {{.name = "saml:AuthnContext",
                          .children = {{.name = "saml:AuthnContextClassRef",
                                        .text = urn_of(sign_in.answer.level)},
                                       {.name = "saml:AuthenticatingAuthority",
                                        .text = sign_in.keys.authentication_service.entity_id}}}}};
}

std::vector<Element> legal_subject(Organisation const& organisation, Recipient const& recipient,
                                   foundation::Randomness& randomness) {
    std::vector<Element> values{
        encrypted_value(qualifier::kvk, organisation.kvk, recipient, randomness)};
    if (organisation.rsin)
        values.push_back(
            encrypted_value(qualifier::rsin, *organisation.rsin, recipient, randomness));
    return values;
}

Element broker_assertion(SignIn const& sign_in, foundation::Randomness& randomness,
                         foundation::Instant now) {
    auto const transient = new_uuid(randomness);
    auto const& spoiling = sign_in.answer.spoiling;
    bool const plain = sign_in.provider.encryption.empty();
    auto assertion = framed_assertion({sign_in.keys.broker.entity_id,
                                       transient,
                                       {spoiling.audience.value_or(sign_in.provider.entity_id)}},
                                      sign_in, randomness, now);
    if (sign_in.answer.with_advice && !plain)
        assertion.children.push_back(advice(sign_in, transient, randomness, now));
    assertion.children.push_back(plain ? plain_statement(sign_in)
                                       : attribute_statement(sign_in, randomness));
    assertion.children.push_back(authn_statement(sign_in, new_uuid(randomness), now));
    if (!spoiling.unsigned_assertion)
        sign(assertion, sign_in.keys.broker.key);
    return assertion;
}

} // namespace broker
