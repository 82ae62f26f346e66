#include "saml/rules/heading.h"

#include "saml/rules/moments.h"

#include <algorithm>

namespace saml::rules {
namespace {

constexpr std::size_t longest_id = 200;

/// The ASCII part of NCName: IDs go into the database and the log.
bool is_id(std::string_view text) {
    auto const letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    return !text.empty() && text.size() <= longest_id && letter(text.front()) &&
           std::ranges::all_of(text, [&](char c) {
               return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
           });
}

} // namespace

Finding heading(Heading const& heading, Expectation const& expected, std::string_view item) {
    auto const wrong = [&](std::string_view what) {
        return refused(std::string{item} + ' ' + std::string{what});
    };
    if (!is_id(heading.id))
        return wrong("id");
    if (heading.version != "2.0")
        return wrong("version");
    if (heading.issuer.name != expected.broker_entity_id)
        return wrong("issuer");
    if (!heading.issuer.bare)
        return wrong("issuer format");
    if (!is_fresh(heading.issue_instant, expected.now, expected.skew))
        return wrong("issue instant");
    return std::nullopt;
}

} // namespace saml::rules
