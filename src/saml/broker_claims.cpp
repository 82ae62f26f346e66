#include "saml/broker_claims.h"

#include "saml/level.h"
#include "saml/names.h"
#include "saml/xml/document.h"

#include <algorithm>

namespace saml {
namespace {

constexpr std::string_view certification =
    "urn:oasis:names:tc:SAML:attribute:assurance-certification";

void look_at(xml::Element const& element, BrokerClaims& claims) {
    if (element.is(names::assertion("Attribute")) && element.attribute("Name") == certification) {
        for (auto const& value : element.children(names::assertion("AttributeValue")))
            if (auto const level = level_named(value.value().value_or("")))
                claims.highest_level = std::max(claims.highest_level.value_or(*level), *level);
        return;
    }
    for (auto const& child : element.children())
        look_at(child, claims);
}

} // namespace

BrokerClaims broker_claims(std::string_view file) {
    BrokerClaims claims;
    auto const document = xml::Document::parse(file, xml::of_metadata());
    if (!document)
        return claims;
    claims.is_signed = document->root().only_child(names::signature("Signature")).has_value();
    look_at(document->root(), claims);
    return claims;
}

} // namespace saml
