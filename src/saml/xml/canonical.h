#pragma once
#include "saml/xml/element.h"

#include <optional>
#include <string>
#include <vector>

namespace saml::xml {

/// The element in exclusive canonical form without comments, less one child element when asked (the
/// enveloped signature). Nothing when it has no such form; never an empty text (S7).
std::optional<std::string> canonical(Element const& element, std::optional<Element> const& without,
                                     std::vector<std::string> const& inclusive_prefixes);

} // namespace saml::xml
