#include "saml/xml/element.h"

#include <libxml/tree.h>

#include <algorithm>

namespace saml::xml {
namespace {

std::string_view text_of(xmlChar const* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<char const*>(text);
}

} // namespace

bool Element::is(Name const& name) const {
    return node_->ns != nullptr && text_of(node_->ns->href) == name.space &&
           text_of(node_->name) == name.local;
}

std::optional<std::string_view> Element::attribute(std::string_view name) const {
    for (auto const* found = node_->properties; found != nullptr; found = found->next)
        if (found->ns == nullptr && text_of(found->name) == name)
            return found->children == nullptr ? std::string_view{}
                                              : text_of(found->children->content);
    return std::nullopt;
}

std::size_t Element::attribute_count() const {
    std::size_t count = 0;
    for (auto const* found = node_->properties; found != nullptr; found = found->next)
        ++count;
    return count;
}

std::vector<Element> Element::children() const {
    std::vector<Element> found;
    for (auto* child = node_->children; child != nullptr; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            found.emplace_back(child);
    return found;
}

std::vector<Element> Element::children(Name const& name) const {
    auto found = children();
    std::erase_if(found, [&](Element const& child) { return !child.is(name); });
    return found;
}

std::optional<Element> Element::only_child(Name const& name) const {
    auto const found = children(name);
    return found.size() == 1 ? std::optional{found.front()} : std::nullopt;
}

bool Element::consists_of(std::span<Name const> names) const {
    auto const found = children();
    return std::ranges::equal(
        found, names, [](Element const& child, Name const& name) { return child.is(name); });
}

std::optional<std::string> Element::value() const {
    std::string content;
    for (auto const* child = node_->children; child != nullptr; child = child->next) {
        if (child->type != XML_TEXT_NODE)
            return std::nullopt;
        content += text_of(child->content);
    }
    return content;
}

} // namespace saml::xml
