#include "saml/agency/messages.h"

#include "foundation/text.h"
#include "saml/names.h"

namespace saml::agency {
namespace {

using xml::escaped_attribute;
using xml::escaped_text;

std::string name_id_policy(bool persistent) {
    if (!persistent)
        return {};
    return R"(<samlp:NameIDPolicy AllowCreate="true" Format=")" + std::string{names::persistent} +
           R"("></samlp:NameIDPolicy>)";
}

} // namespace

std::string authn_request(RequestParts const& parts, bool persistent, xml::SigningKey const& key) {
    auto const opening =
        R"(<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol")"
        R"( AssertionConsumerServiceIndex="1" Destination=")" +
        escaped_attribute(parts.destination) + R"(" ForceAuthn="true" ID=")" +
        escaped_attribute(parts.id) + R"(" IssueInstant=")" +
        foundation::rfc3339(std::chrono::floor<std::chrono::seconds>(parts.now)) +
        R"(" Version="2.0"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">)" +
        escaped_text(parts.entity_id) + "</saml:Issuer>";
    return signed_text({.id = std::string{parts.id},
                        .opening = opening,
                        .rest = name_id_policy(persistent) + "</samlp:AuthnRequest>"},
                       key, xml::KeyHint::certificate);
}

std::string own_metadata(OwnMetadata const& own, xml::SigningKey const& key) {
    auto const opening =
        R"(<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID=")" +
        escaped_attribute(own.id) + R"(" entityID=")" + escaped_attribute(own.entity_id) + R"(">)";
    std::string rest =
        R"(<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true")"
        R"( protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">)"
        R"(<md:KeyDescriptor use="signing">)"
        R"(<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>)"
        "<ds:X509Certificate>" +
        foundation::base64(key.certificate.der) +
        "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>";
    if (own.persistent)
        rest += "<md:NameIDFormat>" + std::string{names::persistent} + "</md:NameIDFormat>";
    rest += R"(<md:AssertionConsumerService Binding=")" + std::string{names::binding_post} +
            R"(" Location=")" + escaped_attribute(own.acs_address) +
            R"(" index="1" isDefault="true"></md:AssertionConsumerService>)"
            "</md:SPSSODescriptor></md:EntityDescriptor>";
    return signed_text({.id = std::string{own.id}, .opening = opening, .rest = rest}, key,
                       xml::KeyHint::certificate);
}

} // namespace saml::agency
