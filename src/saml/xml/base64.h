#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace saml::xml {

/// base64 as XML carries it: white space between the characters means nothing, all else is strict.
std::optional<std::string> unbase64_spaced(std::string_view text);

} // namespace saml::xml
