#include "saml/support/second_reading.h"

#include "saml/xml/silence.h"

#include <algorithm>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <memory>

namespace world {

namespace {

struct Running {
    SecondReading read;
    std::size_t depth = 0;
};

Running& running(void* context) {
    return *static_cast<Running*>(static_cast<xmlParserCtxt*>(context)->_private);
}

void begin(void* context, xmlChar const*, xmlChar const*, xmlChar const*, int namespaces,
           xmlChar const**, int attributes, int, xmlChar const**) {
    auto& now = running(context);
    ++now.read.elements;
    now.read.depth = std::max(now.read.depth, ++now.depth);
    now.read.attributes =
        std::max(now.read.attributes, static_cast<std::size_t>(namespaces + attributes));
}

void end(void* context, xmlChar const*, xmlChar const*, xmlChar const*) {
    --running(context).depth;
}

void note_dtd(void* context, xmlChar const*, xmlChar const*, xmlChar const*) {
    running(context).read.has_dtd = true;
}

} // namespace

SecondReading read_by_libxml2(std::string_view text) {
    saml::xml::silence_this_thread();
    std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> const parser{xmlNewParserCtxt(),
                                                                              &xmlFreeParserCtxt};
    Running now;
    parser->_private = &now;
    *parser->sax = {};
    parser->sax->initialized = XML_SAX2_MAGIC;
    parser->sax->startElementNs = &begin;
    parser->sax->endElementNs = &end;
    parser->sax->internalSubset = &note_dtd;
    // Events go on behind an error.
    auto* nothing =
        xmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr,
                          "UTF-8", XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR);
    now.read.well_formed = parser->wellFormed != 0;
    xmlFreeDoc(nothing);
    return now.read;
}

} // namespace world
