#include "saml/xml/document.h"

#include <libxml/tree.h>

#include <algorithm>

namespace saml::xml {
namespace {

/// The next node of the document in reading order.
xmlNode* following(xmlNode* node, xmlNode const* root) {
    if (node->children != nullptr)
        return node->children;
    while (node != root && node->next == nullptr)
        node = node->parent;
    return node == root ? nullptr : node->next;
}

/// Text that stands beside markup: a comment or an element would let two readers see two values
/// (S9). No message of the protocol has any.
bool is_torn_value(xmlNode const* text) {
    return xmlIsBlankNode(text) == 0 && (text->next != nullptr || text->prev != nullptr);
}

bool names_an_id(xmlAttr const* attribute) {
    auto const* name = reinterpret_cast<char const*>(attribute->name);
    return (name[0] == 'I' || name[0] == 'i') && (name[1] == 'D' || name[1] == 'd') &&
           name[2] == '\0';
}

/// Walks the tree once. Whatever calls itself an ID (ID, Id, xml:id) counts as one, on any element:
/// stricter than the schemas, and no two readers can then mean different elements (S5).
std::optional<std::string_view> content_objection(xmlNode* root) {
    std::vector<std::string_view> ids;
    for (auto* node = root; node != nullptr; node = following(node, root)) {
        if (node->type == XML_TEXT_NODE && is_torn_value(node))
            return "9.6 markup in a value";
        if (node->type != XML_ELEMENT_NODE)
            continue;
        for (auto const* found = node->properties; found != nullptr; found = found->next)
            if (names_an_id(found) && found->children != nullptr)
                ids.emplace_back(reinterpret_cast<char const*>(found->children->content));
    }
    std::ranges::sort(ids);
    if (std::ranges::adjacent_find(ids) != ids.end())
        return "9.6 duplicate id";
    return std::nullopt;
}

} // namespace

std::expected<Document, std::string_view> Document::parse(std::string_view text,
                                                          Limits const& limits) {
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    if (auto const extent = measured(text, limits); !extent)
        return std::unexpected{extent.error()};
    auto tree = parsed(text);
    if (!tree)
        return std::unexpected{tree.error()};
    Document document{std::move(*tree)};
    if (auto const found = content_objection(document.root().node()))
        return std::unexpected{*found};
    return document;
}

std::expected<Document, std::string_view> Document::parse(std::string_view message) {
    return parse(message, of_a_message());
}

Element Document::root() const { return Element{xmlDocGetRootElement(tree_.get())}; }

} // namespace saml::xml
