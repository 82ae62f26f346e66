#include "broker/xml/canonicalisation.h"

#include "foundation/fault.h"

#include <libxml/c14n.h>
#include <libxml/tree.h>

#include <memory>

namespace broker::xml {
namespace {

struct Extent {
    xmlNode const* apex;
    xmlNode const* left_out;
};

/// libxml2 asks for every node whether it belongs to the part. A namespace declaration comes with
/// the element that carries it, and has no parent of its own.
int belongs(void* data, xmlNodePtr node, xmlNodePtr parent) {
    auto const& extent = *static_cast<Extent const*>(data);
    for (xmlNode const* at = node->type == XML_NAMESPACE_DECL ? parent : node; at;
         at = at->parent) {
        if (at == extent.left_out)
            return 0;
        if (at == extent.apex)
            return 1;
    }
    return 0;
}

} // namespace

std::string canonical_text(Node const& apex, std::vector<std::string> const& inclusive_prefixes,
                           Node const* left_out) {
    auto names = inclusive_prefixes;
    std::vector<xmlChar*> list;
    list.reserve(names.size() + 1);
    for (auto& name : names)
        list.push_back(reinterpret_cast<xmlChar*>(name.data()));
    list.push_back(nullptr);
    Extent extent{apex.raw(), left_out ? left_out->raw() : nullptr};
    std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> const text{xmlBufferCreate(),
                                                                    xmlBufferFree};
    auto* const out = xmlOutputBufferCreateBuffer(text.get(), nullptr);
    int const written = xmlC14NExecute(apex.raw()->doc, belongs, &extent, XML_C14N_EXCLUSIVE_1_0,
                                       list.data(), 0, out);
    int const closed = xmlOutputBufferClose(out);
    if (written < 0 || closed < 0)
        throw foundation::Fault{"the test broker cannot canonicalise a message"};
    return {reinterpret_cast<char const*>(xmlBufferContent(text.get())),
            static_cast<std::size_t>(xmlBufferLength(text.get()))};
}

} // namespace broker::xml
