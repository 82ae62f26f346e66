#include "saml/xml/guard.h"

#include "foundation/text.h"
#include "saml/xml/measure.h"

#include <algorithm>

namespace saml::xml {
namespace {

constexpr std::string_view not_well_formed = "9.6 not well-formed";

/// The rest of an XML declaration, read from the front.
class Declaration {
public:
    explicit Declaration(std::string_view text)
        : rest_(text) {}

    /// What is said of `name`, if that comes next; nothing otherwise.
    std::optional<std::string_view> next(std::string_view name) {
        auto text = rest_;
        if (skip_space(text) == 0 || !text.starts_with(name))
            return std::nullopt;
        text.remove_prefix(name.size());
        skip_space(text);
        if (!text.starts_with('='))
            return std::nullopt;
        text.remove_prefix(1);
        skip_space(text);
        if (!text.starts_with('"') && !text.starts_with('\''))
            return std::nullopt;
        auto const end = text.find(text.front(), 1);
        if (end == std::string_view::npos)
            return std::nullopt;
        rest_ = text.substr(end + 1);
        return text.substr(1, end - 1);
    }

    bool is_read() { return skip_space(rest_), rest_.empty(); }

private:
    static std::size_t skip_space(std::string_view& text) {
        auto const size = std::min(text.find_first_not_of(space), text.size());
        text.remove_prefix(size);
        return size;
    }
    std::string_view rest_;
};

/// An XML declaration may say nothing but version 1.0 and UTF-8 (S13), and nothing may hide in it:
/// one that libxml2 cannot read ends for it at the first '>'.
std::optional<std::string_view> declaration_objection(std::string_view inside) {
    Declaration declaration{inside};
    if (declaration.next("version") != "1.0")
        return "9.6 version";
    if (auto const encoding = declaration.next("encoding");
        encoding && foundation::lower_ascii(*encoding) != "utf-8")
        return "9.6 encoding";
    if (auto const alone = declaration.next("standalone");
        alone && *alone != "yes" && *alone != "no")
        return not_well_formed;
    return declaration.is_read() ? std::nullopt : std::optional{not_well_formed};
}

/// Of what stands below the space only tab and the line ends are characters of a document, and
/// U+FFFE and U+FFFF are none.
bool has_only_characters(std::string_view text) {
    return std::ranges::none_of(text,
                                [](char c) {
                                    return static_cast<unsigned char>(c) < ' ' && c != '\t' &&
                                           c != '\n' && c != '\r';
                                }) &&
           text.find("\xef\xbf\xbe") == std::string_view::npos &&
           text.find("\xef\xbf\xbf") == std::string_view::npos;
}

} // namespace

Limits of_a_message() {
    return {.bytes = std::size_t{256} * 1024,
            .depth = 64,
            .elements = 2'000,
            .attributes = 32,
            .all_attributes = 8'000,
            .namespaces = 64,
            .name = 256};
}

Limits of_metadata() {
    return {.bytes = std::size_t{2} * 1024 * 1024,
            .depth = 32,
            .elements = 20'000,
            .attributes = 32,
            .all_attributes = 80'000,
            .namespaces = 64,
            .name = 256};
}

std::expected<Extent, std::string_view> measured(std::string_view text, Limits const& limits) {
    constexpr std::string_view mark = "<?xml";
    if (text.size() > limits.bytes)
        return std::unexpected{"9.6 size"};
    if (!foundation::is_utf8(text) || text.find('\0') != std::string_view::npos)
        return std::unexpected{"9.6 not utf-8"};
    if (!has_only_characters(text))
        return std::unexpected{not_well_formed};
    if (text.starts_with(mark) && space.contains(text.substr(mark.size(), 1))) {
        auto const end = text.find("?>");
        if (end == std::string_view::npos)
            return std::unexpected{not_well_formed};
        if (auto const found = declaration_objection(text.substr(mark.size(), end - mark.size())))
            return std::unexpected{*found};
        text.remove_prefix(end + 2);
    }
    return measured_markup(text, limits);
}

} // namespace saml::xml
