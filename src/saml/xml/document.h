#pragma once
#include "saml/xml/element.h"
#include "saml/xml/guard.h"
#include "saml/xml/parser.h"

#include <expected>
#include <string_view>

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
    explicit Document(Tree tree)
        : tree_(std::move(tree)) {}
    Tree tree_;
};

} // namespace saml::xml
