#include "saml/xml/escaping.h"

namespace saml::xml {
namespace {

/// Takes what needs no escape over in runs, and puts what `escape` gives for every other character.
template<class Escape>
void append(std::string& out, std::string_view text, Escape escape) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (std::string_view const instead = escape(text[at]); !instead.empty()) {
            out.append(text, from, at - from).append(instead);
            from = at + 1;
        }
    out.append(text, from);
}

constexpr std::string_view in_text(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '\r':
        return "&#xD;";
    default:
        return {};
    }
}

constexpr std::string_view in_attribute(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '"':
        return "&quot;";
    case '\t':
        return "&#x9;";
    case '\n':
        return "&#xA;";
    case '\r':
        return "&#xD;";
    default:
        return {};
    }
}

} // namespace

void append_text(std::string& out, std::string_view text) { append(out, text, in_text); }

void append_attribute(std::string& out, std::string_view text) { append(out, text, in_attribute); }

std::string escaped_text(std::string_view text) {
    std::string out;
    append_text(out, text);
    return out;
}

std::string escaped_attribute(std::string_view text) {
    std::string out;
    append_attribute(out, text);
    return out;
}

} // namespace saml::xml
