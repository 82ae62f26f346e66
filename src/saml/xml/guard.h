#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace saml::xml {

/// What a document may measure (security.md S12).
struct Limits {
    std::size_t bytes;
    std::size_t depth;
    std::size_t elements;
    std::size_t attributes; ///< of one element, namespace declarations included
};

/// Those of a message. A login is about 20 kB, 300 elements, 12 deep.
Limits of_a_message();

/// Why these bytes must not reach a parser; nothing when they may. This reads no meaning: it only
/// refuses, so that it cannot disagree with the parser about what a document says.
std::optional<std::string_view> objection(std::string_view text, Limits const& limits);

} // namespace saml::xml
