#pragma once
#include "saml/xml/element.h"
#include "saml/xml/guard.h"

#include <expected>
#include <memory>
#include <string_view>

struct _xmlDoc;

namespace saml::xml {

/// A parsed document: no document type, no entities but the five, nothing fetched, no instruction,
/// no CDATA section, no ID twice (eherkenning.md 9.6). Parsed once; nothing is ever added to it.
class Document {
public:
    /// The document, or the name of the check that refused it.
    static std::expected<Document, std::string_view> parse(std::string_view text,
                                                           Limits const& limits);
    static std::expected<Document, std::string_view> parse(std::string_view message);

    Element root() const;

private:
    struct Free {
        void operator()(_xmlDoc* document) const;
    };
    explicit Document(_xmlDoc* document)
        : document_(document) {}
    std::unique_ptr<_xmlDoc, Free> document_;
};

} // namespace saml::xml
