#include "saml/own_metadata.h"

#include "foundation/text.h"
#include "saml/names.h"

namespace saml {
namespace {

using xml::escaped_attribute;
using xml::escaped_text;

std::string element(std::string_view name, std::string_view text) {
    return '<' + std::string{name} + '>' + escaped_text(text) + "</" + std::string{name} + '>';
}

std::string in_dutch(std::string_view name, std::string_view text) {
    return '<' + std::string{name} + R"( xml:lang="nl">)" + escaped_text(text) + "</" +
           std::string{name} + '>';
}

std::string key_descriptor(std::string_view use, xml::Certificate const& certificate) {
    return R"(<md:KeyDescriptor use=")" + std::string{use} + R"(">)" + key_info(certificate) +
           "</md:KeyDescriptor>";
}

std::string requested(std::string_view name, bool required) {
    return R"(<md:RequestedAttribute Name=")" + escaped_attribute(name) + R"(" isRequired=")" +
           (required ? "true" : "false") + R"("></md:RequestedAttribute>)";
}

std::string consumer_services(Settings const& settings) {
    auto const binding = settings.post_binding ? names::binding_post : names::binding_artifact;
    return R"(<md:AssertionConsumerService Binding=")" + std::string{binding} + R"(" Location=")" +
           escaped_attribute(settings.acs_address) +
           R"(" index="1" isDefault="true"></md:AssertionConsumerService>)"
           R"(<md:AttributeConsumingService index="1" isDefault="true">)" +
           in_dutch("md:ServiceName", settings.provider_name) +
           requested(settings.service_id, true) + requested(names::company_name, false) +
           "</md:AttributeConsumingService>";
}

std::string organisation(Organisation const& organisation) {
    if (organisation.name.empty())
        return {};
    return "<md:Organization>" + in_dutch("md:OrganizationName", organisation.name) +
           in_dutch("md:OrganizationDisplayName", organisation.display_name) +
           in_dutch("md:OrganizationURL", organisation.address) + "</md:Organization>";
}

std::string contact(Contact const& contact) {
    if (contact.mail_address.empty())
        return {};
    std::string text = R"(<md:ContactPerson contactType="administrative">)";
    // Optional elements must not be sent empty (eherkenning.md 2.1); the schema fixes the order.
    if (!contact.company.empty())
        text += element("md:Company", contact.company);
    if (!contact.given_name.empty())
        text += element("md:GivenName", contact.given_name);
    if (!contact.surname.empty())
        text += element("md:SurName", contact.surname);
    text += element("md:EmailAddress", contact.mail_address);
    if (!contact.telephone.empty())
        text += element("md:TelephoneNumber", contact.telephone);
    return text + "</md:ContactPerson>";
}

} // namespace

std::string key_info(xml::Certificate const& certificate) {
    return R"(<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:KeyName>)" +
           certificate.sha256 + "</ds:KeyName><ds:X509Data><ds:X509Certificate>" +
           foundation::base64(certificate.der) + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo>";
}

std::string own_metadata(Settings const& settings, xml::SigningKey const& key,
                         xml::Certificate const& signing_certificate,
                         std::span<xml::Certificate const> encryption_certificates,
                         std::string_view id) {
    auto const opening =
        R"(<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID=")" +
        escaped_attribute(id) + R"(" entityID=")" + escaped_attribute(settings.entity_id) + R"(">)";
    std::string rest =
        R"(<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true")"
        R"( protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">)" +
        key_descriptor("signing", signing_certificate);
    for (auto const& certificate : encryption_certificates)
        rest += key_descriptor("encryption", certificate);
    rest += consumer_services(settings) + "</md:SPSSODescriptor>" +
            organisation(settings.organisation) + contact(settings.contact) +
            "</md:EntityDescriptor>";
    return signed_text({.id = std::string{id}, .opening = opening, .rest = rest}, key,
                       xml::KeyHint::certificate);
}

} // namespace saml
