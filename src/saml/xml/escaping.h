#pragma once
#include <string>
#include <string_view>

/// Characters as canonical XML writes them: for our own messages and for the form of others' alike.
namespace saml::xml {

void append_text(std::string& out, std::string_view text);      ///< character content
void append_attribute(std::string& out, std::string_view text); ///< an attribute's value

std::string escaped_text(std::string_view text);
std::string escaped_attribute(std::string_view text);

} // namespace saml::xml
