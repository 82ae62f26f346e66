#include "saml/xml/writing.h"

#include "foundation/text.h"

namespace saml::xml {

std::string signed_text(CanonicalMessage const& message, SigningKey const& key, KeyHint hint) {
    auto const sum = digest(Digest::sha256, message.opening + message.rest);
    // SignedInfo declares ds itself, so that its own canonical form is this very text.
    auto const info =
        R"(<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">)"
        R"(<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">)"
        R"(</ds:CanonicalizationMethod>)"
        R"(<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256">)"
        R"(</ds:SignatureMethod><ds:Reference URI="#)" +
        escaped_attribute(message.id) +
        R"("><ds:Transforms>)"
        R"(<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature">)"
        R"(</ds:Transform><ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">)"
        R"(</ds:Transform></ds:Transforms>)"
        R"(<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256">)"
        R"(</ds:DigestMethod><ds:DigestValue>)" +
        foundation::base64(sum) + "</ds:DigestValue></ds:Reference></ds:SignedInfo>";
    auto const hint_text = hint == KeyHint::name
                               ? "<ds:KeyName>" + key.certificate.sha256 + "</ds:KeyName>"
                               : "<ds:X509Data><ds:X509Certificate>" +
                                     foundation::base64(key.certificate.der) +
                                     "</ds:X509Certificate></ds:X509Data>";
    return message.opening + R"(<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">)" +
           info + "<ds:SignatureValue>" + foundation::base64(key.key.sign_sha256(info)) +
           "</ds:SignatureValue><ds:KeyInfo>" + hint_text + "</ds:KeyInfo></ds:Signature>" +
           message.rest;
}

} // namespace saml::xml
