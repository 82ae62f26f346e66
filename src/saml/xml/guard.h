#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace saml::xml {

/// What a document may measure (security.md S12). A login is about 20 kB, 300 elements, 12 deep.
struct Limits {
    std::size_t bytes = std::size_t{256} * 1024;
    std::size_t depth = 64;
    std::size_t elements = 2'000;
    std::size_t attributes = 32; ///< of one element, namespace declarations included
};

/// Why these bytes must not reach a parser; nothing when they may. This reads no meaning: it only
/// refuses, so that it cannot disagree with the parser about what a document says.
std::optional<std::string_view> objection(std::string_view text, Limits const& limits);

} // namespace saml::xml
