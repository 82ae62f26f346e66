#pragma once
#include <expected>
#include <memory>
#include <string_view>

struct _xmlDoc; // libxml2's

namespace saml::xml {

struct FreeTree {
    void operator()(_xmlDoc* tree) const;
};
using Tree = std::unique_ptr<_xmlDoc, FreeTree>;

/// What libxml2 makes of a text: nothing is fetched, no entity replaced, every prefix means
/// something, and the first event of a DTD ends it. Only the guard's measure (guard.h) makes sure
/// that it costs little; `Document::parse` has both.
std::expected<Tree, std::string_view> parsed(std::string_view text);

} // namespace saml::xml
