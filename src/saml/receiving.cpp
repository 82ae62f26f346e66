#include "saml/receiving.h"

#include "foundation/text.h"
#include "portal/identity/pseudonym.h"
#include "saml/level.h"
#include "saml/names.h"
#include "saml/reading.h"
#include "saml/rules/artifact_answer.h"
#include "saml/rules/assertion.h"
#include "saml/rules/attributes.h"
#include "saml/rules/authentication.h"
#include "saml/rules/conditions.h"
#include "saml/rules/moments.h"
#include "saml/rules/persons.h"
#include "saml/rules/response.h"
#include "saml/rules/status.h"
#include "saml/rules/subject.h"
#include "saml/verified.h"

#include <algorithm>
#include <array>

/// The order of eherkenning.md section 9 on one page: parse, verify, read only what was verified,
/// judge, and decrypt last, when everything else is in order.
namespace saml {
namespace {

constexpr std::array assertion_rules{
    &rules::assertion,  &rules::subject,        &rules::subject_name,
    &rules::conditions, &rules::authentication, &rules::attributes,
    &rules::mandate,    &rules::service,        &rules::subject_ids};

std::expected<Persons, portal::Rejected> decrypted(xml::Signed const& assertion,
                                                   Judgement const& judgement) {
    auto const open = [&](xml::Element const& encrypted_id) {
        return read_encrypted_id(encrypted_id, judgement.decryption_keys,
                                 judgement.expected.entity_id);
    };
    auto const acting = encrypted_values(assertion, names::acting_subject);
    auto person = acting.size() == 1 ? open(acting.front()) : std::nullopt;
    if (!person)
        return refused("9.15 decryption");
    Persons persons{.acting = std::move(*person), .legal = {}};
    for (auto const& encrypted_id : encrypted_values(assertion, names::legal_subject)) {
        auto id = open(encrypted_id);
        if (!id)
            return refused("9.15 decryption");
        persons.legal.push_back(std::move(*id));
    }
    return persons;
}

std::optional<std::string> plain_value(Assertion const& assertion, std::string_view name) {
    auto const* found = rules::attribute_named(assertion, name);
    if (found == nullptr || found->values.size() != 1)
        return std::nullopt;
    return found->values.front();
}

constexpr std::size_t longest_authority = 200;

/// Informational (9.13): kept only when it has the form of an authentication service's name.
std::string authority_of(Authentication const& statement) {
    if (statement.authorities.size() != 1)
        return {};
    auto const& name = statement.authorities.front();
    auto const is_of = [&](std::string_view role) { return name.starts_with(role); };
    auto const is_fit_for_a_log =
        name.size() <= longest_authority &&
        std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7f; });
    return is_fit_for_a_log && (is_of("urn:etoegang:AD:") || is_of("urn:etoegang:EB:")) ? name : "";
}

/// Everything has been judged: only copying is left.
portal::Arrival arrival(Response const& response, Assertion const& assertion,
                        Persons const& persons, rules::Expectation const& expected) {
    auto const& conditions = assertion.conditions.front();
    auto const& statement = assertion.authentications.front();
    auto const* rsin = rules::legal_id(persons, names::rsin);
    auto const until =
        std::max(*rules::read_moment(conditions.not_on_or_after),
                 *rules::read_moment(assertion.confirmations.front().not_on_or_after));
    return {.request_id = response.in_response_to,
            .response_id = response.heading.id,
            .assertion_id = assertion.heading.id,
            .assertion_expires_at = until + expected.skew,
            .authenticated_at = *rules::read_moment(statement.instant),
            .identity = {.pseudonym = portal::Pseudonym::parse(persons.acting.value)->text(),
                         .kvk = *portal::KvkNumber::parse(
                             rules::legal_id(persons, names::kvk_number)->value)},
            .raw_pseudonym = persons.acting.value,
            .pseudonym_qualifier = persons.acting.qualifier,
            .rsin = rsin == nullptr ? std::nullopt : std::optional{rsin->value},
            .branch_number = plain_value(assertion, names::branch_number),
            .organisation_name = plain_value(assertion, names::company_name),
            .level = *level_named(statement.class_refs.front()),
            .authenticating_authority = authority_of(statement)};
}

/// 9.18: what we do not know is passed over; the log gets its name, if that is fit for a log.
void tell_of_unknown(Assertion const& assertion, Judgement const& judgement) {
    static constexpr std::array known{names::service_id,     names::service_uuid,
                                      names::acting_subject, names::legal_subject,
                                      names::branch_number,  names::company_name};
    constexpr std::size_t longest_name = 100;
    for (auto const& attribute : assertion.attributes)
        if (std::ranges::find(known, attribute.name) == known.end() &&
            attribute.name.size() <= longest_name &&
            !foundation::has_control_characters(attribute.name))
            judgement.log("an attribute that the portal does not know: " + attribute.name);
}

Received receive_verified(xml::Element const& element, Judgement const& judgement) {
    auto const response = read_response(element);
    if (auto const found = rules::response(response, judgement.expected))
        return std::unexpected{*found};
    if (auto const found = rules::status(response))
        return std::unexpected{*found};
    auto const signed_assertion = verified(*element.only_child(names::assertion("Assertion")),
                                           "9.10", judgement.broker.keys, judgement.expected.now);
    if (!signed_assertion)
        return std::unexpected{signed_assertion.error()};
    auto const assertion = read_assertion(*signed_assertion);
    for (auto const& rule : assertion_rules)
        if (auto const found = rule(assertion, judgement.expected))
            return std::unexpected{*found};
    tell_of_unknown(assertion, judgement);
    auto const persons = decrypted(*signed_assertion, judgement);
    if (!persons)
        return std::unexpected{persons.error()};
    if (auto const found = rules::acting_person(*persons))
        return std::unexpected{*found};
    if (auto const found = rules::organisation(*persons))
        return std::unexpected{*found};
    return arrival(response, assertion, *persons, judgement.expected);
}

/// The one child of the one Body of a SOAP envelope.
std::optional<xml::Element> soap_content(xml::Element const& root) {
    constexpr xml::Name envelope{names::soap, "Envelope"};
    constexpr xml::Name body{names::soap, "Body"};
    auto const holder = root.is(envelope) ? root.only_child(body) : std::nullopt;
    auto const content = holder ? holder->children() : std::vector<xml::Element>{};
    return content.size() == 1 ? std::optional{content.front()} : std::nullopt;
}

} // namespace

Received receive_answer(std::string_view soap, std::string_view resolve_id,
                        Judgement const& judgement) {
    auto const document = xml::Document::parse(soap);
    if (!document)
        return refused(document.error());
    auto const content = soap_content(document->root());
    if (!content || !content->is(names::protocol("ArtifactResponse")))
        return refused("9.7 soap");
    auto const answer = verified(*content, "9.7", judgement.broker.keys, judgement.expected.now);
    if (!answer)
        return std::unexpected{answer.error()};
    if (auto const found =
            rules::artifact_answer(read_artifact_answer(*answer), judgement.expected, resolve_id))
        return std::unexpected{*found};
    static constexpr std::array parts{names::assertion("Issuer"), names::signature("Signature"),
                                      names::protocol("Status"), names::protocol("Response")};
    if (!content->consists_of(parts))
        return refused("9.7 parts");
    auto const response = content->children().back();
    // Covered by the answer's signature already; one of its own must hold all the same (9.8).
    if (!response.children(names::signature("Signature")).empty())
        if (auto const own =
                verified(response, "9.8", judgement.broker.keys, judgement.expected.now);
            !own)
            return std::unexpected{own.error()};
    return receive_verified(response, judgement);
}

Received receive_response(std::string_view text, bool must_be_signed, Judgement const& judgement) {
    auto const document = xml::Document::parse(text);
    if (!document)
        return refused(document.error());
    auto const response = document->root();
    if (!response.is(names::protocol("Response")))
        return refused("9.8 root");
    if (must_be_signed || !response.children(names::signature("Signature")).empty())
        if (auto const own =
                verified(response, "9.8", judgement.broker.keys, judgement.expected.now);
            !own)
            return std::unexpected{own.error()};
    return receive_verified(response, judgement);
}

} // namespace saml
