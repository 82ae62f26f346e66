#pragma once
#include "saml/xml/guard.h"

namespace saml::xml {

constexpr std::string_view space = " \t\n\r"; ///< all that is space in markup

/// What the markup measures, from behind the XML declaration to the end.
std::expected<Extent, std::string_view> measured_markup(std::string_view text,
                                                        Limits const& limits);

} // namespace saml::xml
