#include "broker/messages/element.h"

#include "foundation/fault.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace broker {
namespace {

using Prefixes = std::set<std::string, std::less<>>;

constexpr auto namespaces = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"ds", "http://www.w3.org/2000/09/xmldsig#"},
    {"ec", "http://www.w3.org/2001/10/xml-exc-c14n#"},
    {"md", "urn:oasis:names:tc:SAML:2.0:metadata"},
    {"saml", "urn:oasis:names:tc:SAML:2.0:assertion"},
    {"samlp", "urn:oasis:names:tc:SAML:2.0:protocol"},
    {"soap", "http://schemas.xmlsoap.org/soap/envelope/"},
    {"xacml-context", "urn:oasis:names:tc:xacml:2.0:context:schema:os"},
    {"xacml-saml", "urn:oasis:names:tc:xacml:2.0:saml:assertion:schema:os"},
    {"xenc", "http://www.w3.org/2001/04/xmlenc#"},
    {"xml", "http://www.w3.org/XML/1998/namespace"},
    {"xs", "http://www.w3.org/2001/XMLSchema"},
    {"xsi", "http://www.w3.org/2001/XMLSchema-instance"},
});

std::string_view prefix_of(std::string_view name) {
    auto const colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

std::string_view local_part(std::string_view name) {
    auto const colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void write_text(std::string& out, std::string_view text) {
    for (char const c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '\r':
            out += "&#xD;";
            break;
        default:
            out += c;
        }
    }
}

void write_value(std::string& out, std::string_view value) {
    for (char const c : value) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\t':
            out += "&#x9;";
            break;
        case '\n':
            out += "&#xA;";
            break;
        case '\r':
            out += "&#xD;";
            break;
        default:
            out += c;
        }
    }
}

/// The prefixes that this element's start tag has to declare: those it uses visibly or lists, as
/// far as nothing around it has declared them.
Prefixes to_declare(Element const& element, Prefixes const& declared) {
    Prefixes used{std::string{prefix_of(element.name)}};
    for (auto const& attribute : element.attributes)
        used.emplace(prefix_of(attribute.name));
    used.insert(element.prefixes_in_values.begin(), element.prefixes_in_values.end());
    std::erase_if(used, [&](std::string const& prefix) {
        return prefix.empty() || prefix == "xml" || declared.contains(prefix);
    });
    return used;
}

/// Canonical order: by namespace, those without one first, then by local name.
std::vector<Attribute> in_order(std::vector<Attribute> attributes) {
    std::ranges::sort(attributes, {}, [](Attribute const& attribute) {
        return std::pair{namespace_of(prefix_of(attribute.name)), local_part(attribute.name)};
    });
    return attributes;
}

void write(std::string& out, Element const& element, Prefixes declared) {
    out.append("<").append(element.name);
    for (auto const& prefix : to_declare(element, declared)) {
        out.append(" xmlns:").append(prefix).append("=\"");
        out.append(namespace_of(prefix)).append("\"");
        declared.insert(prefix);
    }
    for (auto const& attribute : in_order(element.attributes)) {
        out.append(" ").append(attribute.name).append("=\"");
        write_value(out, attribute.value);
        out.append("\"");
    }
    out.append(">");
    write_text(out, element.text);
    for (auto const& child : element.children)
        write(out, child, declared);
    out.append("</").append(element.name).append(">");
}

void collect(Element const& element, Prefixes& found) {
    found.insert(element.prefixes_in_values.begin(), element.prefixes_in_values.end());
    for (auto const& child : element.children)
        collect(child, found);
}

} // namespace

std::string_view namespace_of(std::string_view prefix) {
    if (prefix.empty())
        return {};
    auto const* const found =
        std::ranges::find(namespaces, prefix, [](auto const& entry) { return entry.first; });
    foundation::ensure(found != namespaces.end(), "a message uses an unknown prefix");
    return found->second;
}

std::string canonical(Element const& apex) {
    std::string out;
    write(out, apex, {});
    return out;
}

std::vector<std::string> prefixes_in_values(Element const& apex) {
    Prefixes found;
    collect(apex, found);
    return {std::make_move_iterator(found.begin()), std::make_move_iterator(found.end())};
}

} // namespace broker
