#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct _xmlNode; // libxml2's node; what it holds is seen only inside saml/xml.

namespace saml::xml {

/// An element's name with its namespace.
struct Name {
    std::string_view space;
    std::string_view local;
    friend bool operator==(Name const&, Name const&) = default;
};

/// A view of one element; valid as long as its Document.
class Element {
public:
    explicit Element(_xmlNode* node)
        : node_(node) {}

    bool is(Name const& name) const;

    /// An attribute in no namespace.
    std::optional<std::string_view> attribute(std::string_view name) const;
    std::size_t attribute_count() const; ///< namespace declarations are not attributes

    std::vector<Element> children() const;
    std::vector<Element> children(Name const& name) const;
    std::optional<Element> only_child(Name const& name) const; ///< nothing when none or several

    /// The child elements are exactly these, in this order.
    bool consists_of(std::span<Name const> names) const;

    /// The complete character content. Nothing when there is any markup inside: a comment, an
    /// instruction or a child element would let two readers see two values (security.md S9).
    std::optional<std::string> value() const;

    _xmlNode* node() const { return node_; }
    friend bool operator==(Element const&, Element const&) = default;

private:
    _xmlNode* node_;
};

} // namespace saml::xml
