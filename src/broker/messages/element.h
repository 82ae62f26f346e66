#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace broker {

struct Attribute {
    std::string name; ///< with its prefix, if it has one
    std::string value;
};

/// A piece of a message to be written. A prefix always stands for the same namespace (see
/// namespace_of), so a part reads the same on its own as inside its message.
struct Element {
    std::string name; ///< prefix:local
    std::vector<Attribute> attributes = {};
    std::vector<Element> children = {};
    std::string text = {}; ///< written before the children; no message mixes the two
    /// Prefixes that occur in values only (xsi:type="xs:string"). Exclusive canonicalisation would
    /// drop their declarations, so signatures name them in an InclusiveNamespaces list.
    std::vector<std::string> prefixes_in_values = {};
};

/// Exclusive XML canonicalisation without comments (http://www.w3.org/2001/10/xml-exc-c14n#) of the
/// element as its own document: what is written is also what is digested.
std::string canonical(Element const& apex);

/// Every prefix that occurs in values only, anywhere inside; sorted, each once.
std::vector<std::string> prefixes_in_values(Element const& apex);

std::string_view namespace_of(std::string_view prefix);

} // namespace broker
