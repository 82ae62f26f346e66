#include "saml/xml/canonical.h"

#include "saml/xml/silence.h"

#include <libxml/c14n.h>
#include <libxml/tree.h>

#include <memory>

namespace saml::xml {
namespace {

struct Part {
    xmlNode const* top;
    xmlNode const* without;
};

/// Belongs to the part: below its top and not below the node left out. Attributes and namespace
/// declarations belong where their element does.
int is_visible(void* user_data, xmlNode* node, xmlNode* parent) {
    auto const& part = *static_cast<Part const*>(user_data);
    auto const* at =
        node->type == XML_NAMESPACE_DECL || node->type == XML_ATTRIBUTE_NODE ? parent : node;
    for (; at != nullptr; at = at->parent) {
        if (at == part.without)
            return 0;
        if (at == part.top)
            return 1;
    }
    return 0;
}

} // namespace

std::optional<std::string> canonical(Element const& element, std::optional<Element> const& without,
                                     std::vector<std::string> const& inclusive_prefixes) {
    silence_this_thread();
    Part part{.top = element.node(), .without = without ? without->node() : nullptr};
    std::vector<std::string> names = inclusive_prefixes;
    std::vector<xmlChar*> prefixes;
    prefixes.reserve(names.size() + 1);
    for (auto& name : names)
        prefixes.push_back(reinterpret_cast<xmlChar*>(name.data()));
    prefixes.push_back(nullptr);

    auto const close = [](xmlOutputBuffer* buffer) { xmlOutputBufferClose(buffer); };
    std::unique_ptr<xmlOutputBuffer, decltype(close)> const buffer{xmlAllocOutputBuffer(nullptr)};
    if (buffer == nullptr ||
        xmlC14NExecute(element.node()->doc, &is_visible, &part, XML_C14N_EXCLUSIVE_1_0,
                       prefixes.data(), 0, buffer.get()) < 0 ||
        xmlOutputBufferFlush(buffer.get()) < 0)
        return std::nullopt;
    auto const* text = reinterpret_cast<char const*>(xmlOutputBufferGetContent(buffer.get()));
    auto const size = xmlOutputBufferGetSize(buffer.get());
    if (text == nullptr || size == 0)
        return std::nullopt;
    return std::string{text, size};
}

} // namespace saml::xml
