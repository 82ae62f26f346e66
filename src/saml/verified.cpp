#include "saml/verified.h"

#include "saml/rules/finding.h"

namespace saml {

std::unexpected<portal::Rejected> refused(std::string_view detail) {
    return std::unexpected{*rules::refused(detail)};
}

std::expected<xml::Signed, portal::Rejected> verified(xml::Element const& element,
                                                      std::string_view item,
                                                      std::span<xml::VerificationKey const> keys,
                                                      foundation::Instant now) {
    auto const checked = xml::Signed::verify(element, keys, now);
    if (!checked)
        return refused(std::string{item} + " signature: " + std::string{checked.error()});
    return *checked;
}

} // namespace saml
