#include "saml/xml/parser.h"

#include "saml/xml/silence.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

namespace saml::xml {
namespace {

constexpr int parse_options =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;

/// The name of the DTD has been read, and nothing of what it declares.
void refuse_dtd(void* context, xmlChar const*, xmlChar const*, xmlChar const*) {
    auto* parser = static_cast<xmlParserCtxt*>(context);
    *static_cast<bool*>(parser->_private) = true;
    xmlStopParser(parser);
}

} // namespace

void FreeTree::operator()(_xmlDoc* tree) const { xmlFreeDoc(tree); }

std::expected<Tree, std::string_view> parsed(std::string_view text) {
    silence_this_thread();
    std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> const parser{xmlNewParserCtxt(),
                                                                              &xmlFreeParserCtxt};
    bool has_dtd = false;
    parser->_private = &has_dtd;
    parser->sax->internalSubset = &refuse_dtd;
    Tree tree{xmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr,
                                "UTF-8", parse_options)};
    if (has_dtd)
        return std::unexpected{"9.6 doctype"};
    // libxml2 by itself would pass a name with an unknown prefix on as one without a namespace, and
    // two attributes that are one (S10).
    if (tree == nullptr || parser->nsWellFormed == 0)
        return std::unexpected{"9.6 not well-formed"};
    return tree;
}

} // namespace saml::xml
