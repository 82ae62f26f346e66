#include "saml/xml/base64.h"

#include "foundation/text.h"

namespace saml::xml {

std::optional<std::string> unbase64_spaced(std::string_view text) {
    std::string bare{text};
    std::erase_if(bare, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    return foundation::unbase64(bare);
}

} // namespace saml::xml
