#include "saml/reading.h"

#include "saml/names.h"

#include <algorithm>
#include <array>

namespace saml {
namespace {

using names::assertion;
using names::protocol;
using names::signature;

std::string attribute(xml::Element const& element, std::string_view name) {
    return std::string{element.attribute(name).value_or("")};
}

std::string value_of(std::optional<xml::Element> const& element) {
    return element ? element->value().value_or("") : std::string{};
}

Heading read_heading(xml::Element const& element) {
    auto const issuer = element.only_child(assertion("Issuer"));
    return {.id = attribute(element, "ID"),
            .version = attribute(element, "Version"),
            .issue_instant = attribute(element, "IssueInstant"),
            .issuer = {.name = value_of(issuer), .bare = issuer && issuer->attribute_count() == 0}};
}

Status read_status(xml::Element const& element) {
    auto const status = element.only_child(protocol("Status"));
    auto const top = status ? status->only_child(protocol("StatusCode")) : std::nullopt;
    if (!top)
        return {};
    if (top->children().empty())
        return {.top = attribute(*top, "Value")};
    // Whatever stands below the top is a second level, if only an unreadable one (P7).
    auto const second = top->only_child(protocol("StatusCode"));
    auto const value = second ? attribute(*second, "Value") : std::string{};
    return {.top = attribute(*top, "Value"), .second = value.empty() ? "?" : value};
}

/// Issuer, perhaps Signature, Status, then Assertions: the schema's order and nothing between.
bool has_only_response_parts(std::span<xml::Element const> parts) {
    std::size_t at = 0;
    auto const next_is = [&](xml::Name const& name) {
        return at < parts.size() && parts[at].is(name);
    };
    if (!next_is(assertion("Issuer")))
        return false;
    ++at;
    if (next_is(signature("Signature")))
        ++at;
    if (!next_is(protocol("Status")))
        return false;
    ++at;
    while (next_is(assertion("Assertion")) || next_is(assertion("EncryptedAssertion")))
        ++at;
    return at == parts.size();
}

/// Statements may come in any order (eherkenning.md 3.2); what stands before them may not.
bool has_only_assertion_parts(std::span<xml::Element const> parts) {
    static constexpr std::array first{assertion("Issuer"), signature("Signature"),
                                      assertion("Subject"), assertion("Conditions")};
    static constexpr std::array later{assertion("Advice"), assertion("AttributeStatement"),
                                      assertion("AuthnStatement")};
    if (parts.size() < first.size())
        return false;
    for (std::size_t i = 0; i < first.size(); ++i)
        if (!parts[i].is(first[i]))
            return false;
    return std::ranges::all_of(parts.subspan(first.size()), [](xml::Element const& part) {
        return std::ranges::any_of(later, [&](xml::Name const& name) { return part.is(name); });
    });
}

std::optional<NameId> read_name_id(xml::Element const& element) {
    auto value = element.is(assertion("NameID")) ? element.value() : std::nullopt;
    if (!value)
        return std::nullopt;
    return NameId{.format = attribute(element, "Format"),
                  .qualifier = attribute(element, "NameQualifier"),
                  .value = std::move(*value)};
}

std::optional<NameId> read_subject_name(xml::Element const& element) {
    auto const subject = element.only_child(assertion("Subject"));
    auto const id = subject ? subject->only_child(assertion("NameID")) : std::nullopt;
    return id ? read_name_id(*id) : std::nullopt;
}

std::vector<Confirmation> read_confirmations(xml::Element const& element) {
    std::vector<Confirmation> read;
    for (auto const& subject : element.children(assertion("Subject")))
        for (auto const& confirmation : subject.children(assertion("SubjectConfirmation"))) {
            auto const data = confirmation.only_child(assertion("SubjectConfirmationData"));
            auto const said = [&](std::string_view name) {
                return data ? attribute(*data, name) : std::string{};
            };
            auto const not_before = data ? data->attribute("NotBefore") : std::nullopt;
            read.push_back({.method = attribute(confirmation, "Method"),
                            .in_response_to = said("InResponseTo"),
                            .recipient = said("Recipient"),
                            .not_on_or_after = said("NotOnOrAfter"),
                            .not_before = not_before ? std::optional<std::string>{*not_before}
                                                     : std::nullopt});
        }
    return read;
}

Conditions read_conditions(xml::Element const& element) {
    Conditions read{.not_before = attribute(element, "NotBefore"),
                    .not_on_or_after = attribute(element, "NotOnOrAfter"),
                    .audiences = {},
                    .only_known = true};
    for (auto const& condition : element.children()) {
        // We use an assertion once anyway and are nobody's proxy.
        if (condition.is(assertion("OneTimeUse")) || condition.is(assertion("ProxyRestriction")))
            continue;
        if (!condition.is(assertion("AudienceRestriction"))) {
            read.only_known = false;
            continue;
        }
        auto& audiences = read.audiences.emplace_back();
        for (auto const& audience : condition.children(assertion("Audience")))
            audiences.push_back(value_of(audience));
    }
    return read;
}

std::vector<std::string> values_of(xml::Element const& element, xml::Name const& name) {
    std::vector<std::string> values;
    for (auto const& child : element.children(name))
        values.push_back(value_of(child));
    return values;
}

Authentication read_authentication(xml::Element const& element) {
    auto const session_end = element.attribute("SessionNotOnOrAfter");
    auto const context = element.only_child(assertion("AuthnContext"));
    Authentication read{.instant = attribute(element, "AuthnInstant"),
                        .session_not_on_or_after =
                            session_end ? std::optional<std::string>{*session_end} : std::nullopt,
                        .class_refs = {},
                        .authorities = {}};
    if (context) {
        read.class_refs = values_of(*context, assertion("AuthnContextClassRef"));
        read.authorities = values_of(*context, assertion("AuthenticatingAuthority"));
    }
    return read;
}

Attribute read_attribute(xml::Element const& element) {
    Attribute read{.name = attribute(element, "Name")};
    for (auto const& value : element.children()) {
        auto text = value.value();
        auto const parts = value.children();
        if (!value.is(assertion("AttributeValue")))
            read.readable = false;
        else if (text)
            read.values.push_back(std::move(*text));
        else if (parts.size() == 1 && parts[0].is(assertion("EncryptedID")))
            ++read.encrypted;
        else
            read.readable = false;
    }
    return read;
}

} // namespace

ArtifactAnswer read_artifact_answer(xml::Signed const& answer) {
    auto const& element = answer.element();
    return {.heading = read_heading(element),
            .in_response_to = attribute(element, "InResponseTo"),
            .status = read_status(element)};
}

Response read_response(xml::Element const& response) {
    return {.heading = read_heading(response),
            .in_response_to = attribute(response, "InResponseTo"),
            .destination = attribute(response, "Destination"),
            .status = read_status(response),
            .assertions = response.children(assertion("Assertion")).size(),
            .encrypted_assertions = response.children(assertion("EncryptedAssertion")).size(),
            .only_known_parts = has_only_response_parts(response.children())};
}

Assertion read_assertion(xml::Signed const& signed_assertion) {
    auto const& element = signed_assertion.element();
    Assertion read{.heading = read_heading(element),
                   .name_id = read_subject_name(element),
                   .confirmations = read_confirmations(element),
                   .conditions = {},
                   .authentications = {},
                   .attribute_statements = 0,
                   .attributes = {},
                   .only_known_parts = has_only_assertion_parts(element.children())};
    for (auto const& conditions : element.children(assertion("Conditions")))
        read.conditions.push_back(read_conditions(conditions));
    for (auto const& statement : element.children(assertion("AuthnStatement")))
        read.authentications.push_back(read_authentication(statement));
    for (auto const& statement : element.children(assertion("AttributeStatement"))) {
        ++read.attribute_statements;
        for (auto const& found : statement.children(assertion("Attribute")))
            read.attributes.push_back(read_attribute(found));
    }
    return read;
}

std::vector<xml::Element> encrypted_values(xml::Signed const& signed_assertion,
                                           std::string_view name) {
    std::vector<xml::Element> found;
    for (auto const& statement :
         signed_assertion.element().children(assertion("AttributeStatement")))
        for (auto const& candidate : statement.children(assertion("Attribute")))
            if (candidate.attribute("Name") == name)
                for (auto const& value : candidate.children(assertion("AttributeValue")))
                    for (auto const& id : value.children(assertion("EncryptedID")))
                        found.push_back(id);
    return found;
}

std::optional<NameId> read_encrypted_id(xml::Element const& encrypted_id,
                                        std::span<xml::DecryptionKey const> keys,
                                        std::string_view recipient) {
    auto const document = xml::decrypt_element(encrypted_id, keys, recipient);
    return document ? read_name_id(document->root()) : std::nullopt;
}

} // namespace saml
