#include "saml/request.h"

namespace saml {
namespace {

using xml::escaped_attribute;
using xml::escaped_text;

std::string issue_instant(foundation::Instant now) {
    // Whole seconds: some receivers cannot read a fraction.
    return foundation::rfc3339(std::chrono::floor<std::chrono::seconds>(now));
}

std::string issuer(std::string_view entity_id) {
    return R"(<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">)" +
           escaped_text(entity_id) + "</saml:Issuer>";
}

/// Optional elements are left out, never empty (eherkenning.md 2.1).
std::string wanted_level(std::string_view minimum_class) {
    if (minimum_class.empty())
        return {};
    return R"(<samlp:RequestedAuthnContext Comparison="minimum">)"
           R"(<saml:AuthnContextClassRef xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">)" +
           escaped_text(minimum_class) +
           "</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>";
}

} // namespace

std::string authn_request(RequestParts const& parts, std::string_view provider_name,
                          xml::SigningKey const& key) {
    auto const opening =
        R"(<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol")"
        R"( AssertionConsumerServiceIndex="1" AttributeConsumingServiceIndex="1" Destination=")" +
        escaped_attribute(parts.destination) + R"(" ForceAuthn="true" ID=")" +
        escaped_attribute(parts.id) + R"(" IssueInstant=")" + issue_instant(parts.now) +
        R"(" ProviderName=")" + escaped_attribute(provider_name) + R"(" Version="2.0">)" +
        issuer(parts.entity_id);
    return signed_text({.id = std::string{parts.id},
                        .opening = opening,
                        .rest = wanted_level(parts.minimum_class) + "</samlp:AuthnRequest>"},
                       key, xml::KeyHint::name);
}

std::string artifact_resolve(RequestParts const& parts, std::string_view artifact,
                             xml::SigningKey const& key) {
    auto const opening =
        R"(<samlp:ArtifactResolve xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol")"
        R"( Destination=")" +
        escaped_attribute(parts.destination) + R"(" ID=")" + escaped_attribute(parts.id) +
        R"(" IssueInstant=")" + issue_instant(parts.now) + R"(" Version="2.0">)" +
        issuer(parts.entity_id);
    auto const rest =
        "<samlp:Artifact>" + escaped_text(artifact) + "</samlp:Artifact></samlp:ArtifactResolve>";
    return R"(<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>)" +
           signed_text({.id = std::string{parts.id}, .opening = opening, .rest = rest}, key,
                       xml::KeyHint::name) +
           "</soap:Body></soap:Envelope>";
}

} // namespace saml
