#include "saml/xml/guard.h"

#include "foundation/text.h"

namespace saml::xml {
namespace {

constexpr std::size_t most_bytes = std::size_t{256} * 1024;
constexpr std::size_t most_depth = 64;
constexpr std::size_t most_elements = 2'000;
constexpr std::size_t most_attributes = 32;

/// An XML declaration may say nothing but version 1.0 and UTF-8 (S13).
std::optional<std::string_view> declaration_objection(std::string_view text) {
    constexpr std::string_view mark = "<?xml";
    if (!text.starts_with(mark) || text.substr(mark.size()).starts_with('-')) // a stylesheet
        return std::nullopt;
    auto const declaration = text.substr(0, text.find("?>"));
    if (declaration.find("\"1.0\"") == std::string_view::npos &&
        declaration.find("'1.0'") == std::string_view::npos)
        return "9.6 version";
    if (declaration.find("encoding") == std::string_view::npos)
        return std::nullopt;
    auto const lower = foundation::lower_ascii(declaration);
    if (lower.find("\"utf-8\"") == std::string::npos && lower.find("'utf-8'") == std::string::npos)
        return "9.6 encoding";
    return std::nullopt;
}

/// Runs over the markup and counts. In a well-formed document the counts are exact; one that is not
/// well-formed is refused by the parser anyway.
class Measure {
public:
    Measure(std::string_view text, Limits const& limits)
        : text_(text)
        , limits_(limits) {}

    std::optional<std::string_view> objection() {
        while ((at_ = text_.find('<', at_)) != std::string_view::npos) {
            if (starts("<!--"))
                skip_past("-->");
            else if (starts("<![CDATA["))
                skip_past("]]>");
            else if (starts("<?"))
                skip_past("?>");
            else if (starts("<!"))
                return "9.6 doctype"; // S11: even an empty one
            else if (starts("</"))
                close();
            else if (auto const found = open())
                return found;
        }
        return std::nullopt;
    }

private:
    bool starts(std::string_view mark) const { return text_.substr(at_).starts_with(mark); }

    void skip_past(std::string_view mark) {
        auto const end = text_.find(mark, at_);
        at_ = end == std::string_view::npos ? text_.size() : end + mark.size();
    }

    void close() {
        skip_past(">");
        --depth_; // below nothing only in what the parser refuses
    }

    std::optional<std::string_view> open() {
        if (++elements_ > limits_.elements)
            return "9.6 elements";
        if (++depth_ > limits_.depth)
            return "9.6 depth";
        std::size_t attributes = 0;
        char quote = '\0';
        char before = '\0';
        for (++at_; at_ < text_.size(); ++at_) {
            char const c = text_[at_];
            if (quote != '\0') {
                if (c == quote)
                    quote = '\0';
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '=' && ++attributes > limits_.attributes) {
                return "9.6 attributes";
            } else if (c == '>') {
                if (before == '/')
                    --depth_;
                ++at_;
                return std::nullopt;
            }
            before = c;
        }
        return std::nullopt;
    }

    std::string_view text_;
    Limits const& limits_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t elements_ = 0;
};

} // namespace

Limits of_a_message() {
    return {.bytes = most_bytes,
            .depth = most_depth,
            .elements = most_elements,
            .attributes = most_attributes};
}

std::optional<std::string_view> objection(std::string_view text, Limits const& limits) {
    if (text.size() > limits.bytes)
        return "9.6 size";
    if (!foundation::is_utf8(text) || text.find('\0') != std::string_view::npos)
        return "9.6 not utf-8";
    if (auto const found = declaration_objection(text))
        return found;
    return Measure{text, limits}.objection();
}

} // namespace saml::xml
