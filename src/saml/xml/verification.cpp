#include "saml/xml/verification.h"

#include "foundation/digest.h"
#include "saml/xml/canonical.h"
#include "saml/xml/signature_shape.h"

namespace saml::xml {
namespace {

bool signed_by_any(SignatureShape const& shape, std::string_view info,
                   std::span<VerificationKey const> keys, foundation::Instant now) {
    auto const holds = [&](VerificationKey const& key) {
        return key.certificate.in_date(now) &&
               key.certificate.key.holds(shape.signature_digest, info, shape.signature_value);
    };
    // The named key first, then every other: a name may be wrong, the arithmetic may not.
    for (bool const named : {true, false})
        for (auto const& key : keys)
            if ((key.key_name == shape.key_name) == named)
                if (holds(key))
                    return true;
    return false;
}

} // namespace

std::expected<Signed, std::string_view> Signed::verify(Element const& element,
                                                       std::span<VerificationKey const> keys,
                                                       foundation::Instant now) {
    auto const shape = read_signature_shape(element);
    if (!shape)
        return std::unexpected{shape.error()};
    auto const content = canonical(element, shape->signature, shape->content_prefixes);
    auto const info = canonical(shape->signed_info, std::nullopt, shape->info_prefixes);
    if (!content || !info)
        return std::unexpected{"canonical form"};
    if (!foundation::equal_in_constant_time(digest(shape->content_digest, *content),
                                            shape->digest_value))
        return std::unexpected{"digest"};
    if (!signed_by_any(*shape, *info, keys, now))
        return std::unexpected{"key"};
    return Signed{element};
}

} // namespace saml::xml
