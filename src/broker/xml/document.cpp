#include "broker/xml/document.h"

#include "broker/messages/element.h"
#include "foundation/text.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <set>

namespace broker::xml {
namespace {

constexpr std::size_t largest = 512 * 1024;

std::string_view view(xmlChar const* text) {
    return text ? std::string_view{reinterpret_cast<char const*>(text)} : std::string_view{};
}

std::string taken(xmlChar* text) {
    std::string out{view(text)};
    xmlFree(text);
    return out;
}

bool gather_ids(xmlNode const* element, std::set<std::string>& ids) {
    for (auto const* attribute = element->properties; attribute; attribute = attribute->next)
        if (auto const name = view(attribute->name); name == "ID" || name == "Id")
            if (!ids.insert(taken(xmlNodeListGetString(element->doc, attribute->children, 1)))
                     .second)
                return false;
    for (auto const* child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && !gather_ids(child, ids))
            return false;
    return true;
}

} // namespace

bool Node::is(std::string_view prefix, std::string_view local) const {
    return view(node_->name) == local && node_->ns && view(node_->ns->href) == namespace_of(prefix);
}

std::string Node::text() const {
    auto const all = taken(xmlNodeGetContent(node_));
    return std::string{foundation::trimmed(all)};
}

std::optional<std::string> Node::attribute(std::string_view name) const {
    std::string const terminated{name};
    auto* const value = xmlGetNoNsProp(node_, reinterpret_cast<xmlChar const*>(terminated.c_str()));
    return value ? std::optional{taken(value)} : std::nullopt;
}

std::vector<Node> Node::children() const {
    std::vector<Node> out;
    for (auto* child = node_->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            out.emplace_back(child);
    return out;
}

std::vector<Node> Node::children(std::string_view prefix, std::string_view local) const {
    auto out = children();
    std::erase_if(out, [&](Node const& child) { return !child.is(prefix, local); });
    return out;
}

std::optional<Node> Node::only(std::string_view prefix, std::string_view local) const {
    auto const found = children(prefix, local);
    return found.size() == 1 ? std::optional{found.front()} : std::nullopt;
}

std::optional<Document> Document::parse(std::string_view text) {
    if (text.empty() || text.size() > largest)
        return std::nullopt;
    [[maybe_unused]] static bool const ready = (xmlInitParser(), true); // before a second thread
    constexpr int quietly = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    std::shared_ptr<xmlDoc> document{
        xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, quietly),
        xmlFreeDoc};
    if (!document || document->intSubset || !xmlDocGetRootElement(document.get()))
        return std::nullopt;
    std::set<std::string> ids;
    if (!gather_ids(xmlDocGetRootElement(document.get()), ids))
        return std::nullopt;
    return Document{std::move(document)};
}

Node Document::root() const { return Node{xmlDocGetRootElement(document_.get())}; }

} // namespace broker::xml
