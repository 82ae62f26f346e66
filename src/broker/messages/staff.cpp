#include "broker/messages/staff.h"

#include "broker/messages/parts.h"
#include "broker/messages/signature.h"

namespace broker {
namespace {

using namespace std::chrono_literals;

constexpr auto password_over_tls =
    "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

Element subject(StaffMember const& member, StaffAnswer const& answer, foundation::Instant now) {
    return {.name = "saml:Subject",
            .children = {
                {.name = "saml:NameID",
                 .attributes = {{"Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"}},
                 .text = member.uid},
                {.name = "saml:SubjectConfirmation",
                 .attributes = {{"Method", "urn:oasis:names:tc:SAML:2.0:cm:bearer"}},
                 .children = {{.name = "saml:SubjectConfirmationData",
                               .attributes = {{"InResponseTo", answer.request_id},
                                              {"NotOnOrAfter", timestamp(now + 2min)},
                                              {"Recipient", answer.recipient}}}}}}};
}

Element attributes(StaffMember const& member) {
    Element statement{.name = "saml:AttributeStatement",
                      .children = {attribute("uid", {text_value(member.uid)}),
                                   attribute("displayName", {text_value(member.name)}),
                                   attribute("mail", {text_value(member.mail)})}};
    std::vector<Element> values;
    values.reserve(member.groups.size());
    for (auto const& group : member.groups)
        values.push_back(text_value(group));
    if (!values.empty())
        statement.children.push_back(attribute("groups", std::move(values)));
    return statement;
}

Element assertion(Party const& provider, StaffMember const& member, StaffAnswer const& answer,
                  foundation::Randomness& randomness, foundation::Instant now) {
    Element const audience{
        .name = "saml:Conditions",
        .attributes = {{"NotBefore", timestamp(now - 5s)}, {"NotOnOrAfter", timestamp(now + 2min)}},
        .children = {{.name = "saml:AudienceRestriction",
                      .children = {{.name = "saml:Audience", .text = answer.audience}}}}};
    Element const authentication{
        .name = "saml:AuthnStatement",
        .attributes = {{"AuthnInstant", timestamp(now)}, {"SessionIndex", new_uuid(randomness)}},
        .children = {
            {.name = "saml:AuthnContext",
             .children = {{.name = "saml:AuthnContextClassRef", .text = password_over_tls}}}}};
    Element made{.name = "saml:Assertion",
                 .attributes = {{"ID", new_id(randomness)},
                                {"Version", "2.0"},
                                {"IssueInstant", timestamp(now)}},
                 .children = {issuer(provider.entity_id), subject(member, answer, now), audience,
                              authentication, attributes(member)}};
    sign(made, provider.key, KeyInfo::certificate);
    return made;
}

} // namespace

Element staff_response(Party const& provider, StaffMember const& member, StaffAnswer const& answer,
                       foundation::Randomness& randomness, foundation::Instant now) {
    Element const success{
        .name = "samlp:Status",
        .children = {{.name = "samlp:StatusCode",
                      .attributes = {{"Value", "urn:oasis:names:tc:SAML:2.0:status:Success"}}}}};
    return {.name = "samlp:Response",
            .attributes = {{"ID", new_id(randomness)},
                           {"Version", "2.0"},
                           {"IssueInstant", timestamp(now)},
                           {"InResponseTo", answer.request_id},
                           {"Destination", answer.recipient}},
            .children = {issuer(provider.entity_id), success,
                         assertion(provider, member, answer, randomness, now)}};
}

std::string staff_metadata(Party const& provider, std::string_view public_url,
                           foundation::Randomness& randomness, foundation::Instant now) {
    Element const service{
        .name = "md:SingleSignOnService",
        .attributes = {{"Binding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"},
                       {"Location", std::string{public_url} + "/dienst/sso"}}};
    Element const role{
        .name = "md:IDPSSODescriptor",
        .attributes = {{"WantAuthnRequestsSigned", "true"},
                       {"protocolSupportEnumeration", "urn:oasis:names:tc:SAML:2.0:protocol"}},
        .children = {{.name = "md:KeyDescriptor",
                      .attributes = {{"use", "signing"}},
                      .children = {key_descriptor_info(provider.key.certificate())}},
                     service}};
    Element entity{.name = "md:EntityDescriptor",
                   .attributes = {{"ID", new_id(randomness)},
                                  {"entityID", provider.entity_id},
                                  {"validUntil", timestamp(now + std::chrono::days{365})}},
                   .children = {role}};
    sign(entity, provider.key, KeyInfo::certificate);
    return canonical(entity);
}

} // namespace broker
