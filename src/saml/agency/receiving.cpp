#include "saml/agency/receiving.h"

#include "saml/agency/rules.h"
#include "saml/names.h"
#include "saml/reading.h"
#include "saml/rules/assertion.h"
#include "saml/rules/attributes.h"
#include "saml/rules/conditions.h"
#include "saml/rules/moments.h"
#include "saml/rules/response.h"
#include "saml/rules/status.h"
#include "saml/rules/subject.h"
#include "saml/verified.h"

#include <algorithm>
#include <array>

/// The order of eherkenning.md section 9, as at the broker's door: parse, verify, read only what
/// was verified, judge. What the scheme adds (levels, mandates, encrypted identifiers) has no place
/// here; what a plain identity provider tells has.
namespace saml::agency {
namespace {

constexpr std::array shared_rules{&rules::assertion, &rules::subject, &rules::conditions,
                                  &rules::attributes};

/// Everything has been judged: only copying is left.
portal::StaffArrival arrival(Response const& response, Assertion const& assertion,
                             StaffPerson person, Judgement const& judgement) {
    auto const until =
        std::max(*rules::read_moment(assertion.conditions.front().not_on_or_after),
                 *rules::read_moment(assertion.confirmations.front().not_on_or_after));
    return {
        .request_id = response.in_response_to,
        .response_id = response.heading.id,
        .assertion_id = assertion.heading.id,
        .assertion_expires_at = until + judgement.expected.skew,
        .authenticated_at = *rules::read_moment(assertion.authentications.front().instant),
        .identity = {.issuer = judgement.provider.entity_id, .subject = std::move(person.subject)},
        .name = std::move(person.name),
        .email = std::move(person.email),
        .roles = std::move(person.roles)};
}

Received receive_assertion(xml::Element const& element, Response const& response,
                           Judgement const& judgement) {
    auto const signed_assertion =
        verified(element, "9.10", judgement.provider.keys, judgement.expected.now);
    if (!signed_assertion)
        return std::unexpected{signed_assertion.error()};
    auto const assertion = read_assertion(*signed_assertion);
    for (auto const& rule : shared_rules)
        if (auto const found = rule(assertion, judgement.expected))
            return std::unexpected{*found};
    if (auto const found = authentication(assertion, judgement.expected, judgement.profile))
        return std::unexpected{*found};
    auto who = person(assertion, judgement.profile);
    if (!who)
        return std::unexpected{who.error()};
    return arrival(response, assertion, std::move(*who), judgement);
}

} // namespace

Received receive_response(std::string_view text, Judgement const& judgement) {
    auto const document = xml::Document::parse(text);
    if (!document)
        return refused(document.error());
    auto const root = document->root();
    if (!root.is(names::protocol("Response")))
        return refused("9.8 root");
    if (!root.children(names::signature("Signature")).empty())
        if (auto const own = verified(root, "9.8", judgement.provider.keys, judgement.expected.now);
            !own)
            return std::unexpected{own.error()};
    auto const response = read_response(root);
    if (auto const found = rules::response(response, judgement.expected))
        return std::unexpected{*found};
    if (auto const found = rules::status(response))
        return std::unexpected{*found};
    return receive_assertion(*root.only_child(names::assertion("Assertion")), response, judgement);
}

} // namespace saml::agency
