#include "saml/xml/canonical.h"

#include "saml/xml/escaping.h"

#include <libxml/tree.h>

#include <algorithm>
#include <ranges>
#include <utility>

/// Exclusive XML Canonicalization 1.0 (W3C, 18 July 2002, section 3) over the one tree that is
/// read. libxml2 has it too; it costs a login more than the signature's arithmetic, and stays the
/// second implementation that the tests hold this one against (decision 0011).
namespace saml::xml {
namespace {

std::string_view text_of(xmlChar const* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<char const*>(text);
}

constexpr std::string_view xml_space = "http://www.w3.org/XML/1998/namespace";

struct Binding {
    std::string_view prefix; ///< empty: the default namespace
    std::string_view space;
    friend auto operator<=>(Binding const&, Binding const&) = default;
};

/// A namespace's name is an absolute address (section 1.3 of the standard wants a failure for any
/// other), in letters that no two readers can take differently: libxml2 leaves references in it.
bool is_a_name(std::string_view space) {
    return space.empty() || (space.find(':') != std::string_view::npos &&
                             space.find_first_of("&<>\"' \t\n\r") == std::string_view::npos);
}

struct Attribute {
    std::string_view space;
    std::string_view local;
    std::string_view prefix;
    xmlAttr const* node;
};

class Writer {
public:
    Writer(xmlNode const* without, std::vector<std::string> const& inclusive_prefixes)
        : without_(without) {
        for (auto const& prefix : inclusive_prefixes)
            inclusive_.emplace_back(prefix == "#default" ? std::string_view{} : prefix);
    }

    /// False when there is something in it that has no canonical form.
    bool write(xmlNode const* element) {
        apex_ = element;
        return element != without_ && write_element(element) && named_well_;
    }

    std::string text() && { return std::move(out_); }

private:
    bool write_element(xmlNode const* element) {
        auto const outside = rendered_.size();
        auto const attributes = attributes_of(element);
        out_ += '<';
        write_name(element);
        write_namespaces(element, attributes);
        for (auto const& attribute : attributes)
            write_attribute(attribute);
        out_ += '>';
        for (auto const* child = element->children; child != nullptr; child = child->next)
            if (!write_child(child))
                return false;
        out_ += "</";
        write_name(element);
        out_ += '>';
        rendered_.resize(outside);
        return true;
    }

    bool write_child(xmlNode const* child) {
        switch (child->type) {
        case XML_ELEMENT_NODE:
            return child == without_ || write_element(child);
        case XML_TEXT_NODE:
            append_text(out_, text_of(child->content));
            return true;
        case XML_COMMENT_NODE:
            return true;
        default: // instructions, CDATA and entities were refused when the document was read
            return false;
        }
    }

    void write_name(xmlNode const* element) {
        if (element->ns != nullptr && element->ns->prefix != nullptr)
            out_.append(text_of(element->ns->prefix)) += ':';
        out_ += text_of(element->name);
    }

    static std::vector<Attribute> attributes_of(xmlNode const* element) {
        std::vector<Attribute> found;
        for (auto const* node = element->properties; node != nullptr; node = node->next)
            found.push_back({.space = node->ns ? text_of(node->ns->href) : std::string_view{},
                             .local = text_of(node->name),
                             .prefix = node->ns ? text_of(node->ns->prefix) : std::string_view{},
                             .node = node});
        std::ranges::sort(found, {},
                          [](Attribute const& one) { return std::pair{one.space, one.local}; });
        return found;
    }

    void write_attribute(Attribute const& attribute) {
        out_ += ' ';
        if (!attribute.prefix.empty())
            out_.append(attribute.prefix) += ':';
        out_.append(attribute.local) += "=\"";
        for (auto const* part = attribute.node->children; part != nullptr; part = part->next)
            append_attribute(out_, text_of(part->content));
        out_ += '"';
    }

    /// What the element and its attributes visibly use, and the prefixes of the list that are in
    /// scope, as far as the last element written around it does not say the same already.
    void write_namespaces(xmlNode const* element, std::vector<Attribute> const& attributes) {
        std::vector<Binding> wanted;
        wanted.push_back(element->ns == nullptr
                             ? Binding{}
                             : Binding{text_of(element->ns->prefix), text_of(element->ns->href)});
        for (auto const& attribute : attributes)
            if (!attribute.prefix.empty())
                wanted.push_back({attribute.prefix, attribute.space});
        for (auto const* found = element->nsDef; found != nullptr; found = found->next)
            named_well_ = named_well_ && is_a_name(text_of(found->href)); // also when unused
        // Scope changes only where something is declared, and at the top.
        if (element == apex_ || element->nsDef != nullptr)
            for (auto const prefix : inclusive_)
                if (auto const binding = in_scope(element, prefix))
                    wanted.push_back(*binding);
        std::ranges::sort(wanted);
        for (auto const& binding : wanted)
            if (binding.space != xml_space && rendered(binding.prefix) != binding.space)
                write_namespace(binding);
    }

    void write_namespace(Binding const& binding) {
        out_ += " xmlns";
        if (!binding.prefix.empty())
            out_.append(":").append(binding.prefix);
        out_.append("=\"").append(binding.space) += '"';
        named_well_ = named_well_ && is_a_name(binding.space);
        rendered_.push_back(binding);
    }

    /// What the elements written around it bind the prefix to; nothing is as good as empty.
    std::string_view rendered(std::string_view prefix) const {
        for (auto const& binding : rendered_ | std::views::reverse)
            if (binding.prefix == prefix)
                return binding.space;
        return {};
    }

    static std::optional<Binding> in_scope(xmlNode const* element, std::string_view prefix) {
        for (; element != nullptr && element->type == XML_ELEMENT_NODE; element = element->parent)
            for (auto const* found = element->nsDef; found != nullptr; found = found->next)
                if (text_of(found->prefix) == prefix)
                    return Binding{prefix, text_of(found->href)};
        return std::nullopt;
    }

    xmlNode const* without_;
    xmlNode const* apex_ = nullptr;
    std::vector<std::string_view> inclusive_;
    std::vector<Binding> rendered_;
    bool named_well_ = true;
    std::string out_;
};

} // namespace

std::optional<std::string> canonical(Element const& element, std::optional<Element> const& without,
                                     std::vector<std::string> const& inclusive_prefixes) {
    Writer writer{without ? without->node() : nullptr, inclusive_prefixes};
    if (!writer.write(element.node()))
        return std::nullopt;
    return std::move(writer).text();
}

} // namespace saml::xml
