#pragma once
#include <cstddef>
#include <expected>
#include <string_view>

namespace saml::xml {

/// What a document may measure (security.md S12).
struct Limits {
    std::size_t bytes;
    std::size_t depth;
    std::size_t elements;       ///< and of comments as many
    std::size_t attributes;     ///< of one element, namespace declarations included
    std::size_t all_attributes; ///< of all elements together
    std::size_t namespaces;     ///< declared by an element and those around it
    std::size_t name;           ///< bytes of a name, or of what a prefix stands for
};

/// Those of a message. A login is about 20 kB, 300 elements, 12 deep.
Limits of_a_message();
/// Those of a metadata file: a federation's is larger than a message.
Limits of_metadata();

/// What a document measures.
struct Extent {
    std::size_t elements = 0;
    std::size_t depth = 0;      ///< of the deepest element; the root's is 1
    std::size_t attributes = 0; ///< of the element that has most of them
};

/// What these bytes measure, or why they must not reach a parser. This reads no meaning: it only
/// refuses, so that it cannot disagree with the parser about what a document says.
///
/// It takes no mark for granted (decision 0110). After an error libxml2 reads on, and where the two
/// then no longer agreed where markup begins, it would come upon what nobody has counted. So what
/// is not written strictly is refused here, and of the marks that hide others (DOCTYPE, CDATA,
/// instructions, comments) only a comment is left.
std::expected<Extent, std::string_view> measured(std::string_view text, Limits const& limits);

} // namespace saml::xml
