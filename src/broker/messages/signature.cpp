#include "broker/messages/signature.h"

#include "foundation/fault.h"
#include "foundation/text.h"

#include <algorithm>

namespace broker {
namespace {

Element algorithm(char const* name, char const* uri) {
    return {.name = name, .attributes = {{"Algorithm", uri}}};
}

Element exclusive_transform(Element const& signed_element) {
    auto transform = algorithm("ds:Transform", "http://www.w3.org/2001/10/xml-exc-c14n#");
    std::string list;
    for (auto const& prefix : prefixes_in_values(signed_element))
        list += (list.empty() ? "" : " ") + prefix;
    if (!list.empty())
        transform.children.push_back(
            {.name = "ec:InclusiveNamespaces", .attributes = {{"PrefixList", list}}});
    return transform;
}

Element x509_data(Certificate const& certificate) {
    return {.name = "ds:X509Data",
            .children = {
                {.name = "ds:X509Certificate", .text = foundation::base64(certificate.der())}}};
}

Element key_name(Certificate const& certificate) {
    return {.name = "ds:KeyName", .text = certificate.fingerprint()};
}

std::string const& id_of(Element const& element) {
    auto const id = std::ranges::find(element.attributes, "ID", &Attribute::name);
    foundation::ensure(id != element.attributes.end(), "only an element with an ID is signed");
    return id->value;
}

Element signed_info(Element const& element) {
    Element const transforms{
        .name = "ds:Transforms",
        .children = {
            algorithm("ds:Transform", "http://www.w3.org/2000/09/xmldsig#enveloped-signature"),
            exclusive_transform(element)}};
    Element const reference{
        .name = "ds:Reference",
        .attributes = {{"URI", "#" + id_of(element)}},
        .children = {
            transforms,
            algorithm("ds:DigestMethod", "http://www.w3.org/2001/04/xmlenc#sha256"),
            {.name = "ds:DigestValue", .text = foundation::base64(sha256(canonical(element)))}}};
    return {
        .name = "ds:SignedInfo",
        .children = {
            algorithm("ds:CanonicalizationMethod", "http://www.w3.org/2001/10/xml-exc-c14n#"),
            algorithm("ds:SignatureMethod", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
            reference}};
}

} // namespace

std::string sign(Element& element, SigningKey const& key, KeyInfo info) {
    auto const what = signed_info(element);
    auto const value = foundation::base64(key.sign(canonical(what)));
    auto const& certificate = key.certificate();
    Element signature{.name = "ds:Signature",
                      .children = {what,
                                   {.name = "ds:SignatureValue", .text = value},
                                   {.name = "ds:KeyInfo",
                                    .children = {info == KeyInfo::name ? key_name(certificate)
                                                                       : x509_data(certificate)}}}};
    bool const after_issuer =
        !element.children.empty() && element.children.front().name == "saml:Issuer";
    element.children.insert(element.children.begin() + (after_issuer ? 1 : 0),
                            std::move(signature));
    return value;
}

Element key_descriptor_info(Certificate const& certificate) {
    return {.name = "ds:KeyInfo", .children = {key_name(certificate), x509_data(certificate)}};
}

} // namespace broker
