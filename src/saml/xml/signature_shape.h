#pragma once
#include "saml/xml/element.h"
#include "saml/xml/keys.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace saml::xml {

/// Everything a signature of the one permitted form says, read before any arithmetic (security.md
/// S6 to S8): no other transform, reference, algorithm or object has a place in it.
struct SignatureShape {
    Element signature;
    Element signed_info;
    std::vector<std::string> info_prefixes;    ///< InclusiveNamespaces of SignedInfo
    std::vector<std::string> content_prefixes; ///< and of the signed element
    Digest signature_digest;
    Digest content_digest;
    std::string digest_value;
    std::string signature_value;
    std::string key_name; ///< a hint which key it was; empty when the message has none
};

/// The signature that is a direct child of `owner` and refers to `owner` and nothing else.
/// Otherwise what is wrong: missing, shape, algorithm, reference, transforms or key info.
std::expected<SignatureShape, std::string_view> read_signature_shape(Element const& owner);

} // namespace saml::xml
