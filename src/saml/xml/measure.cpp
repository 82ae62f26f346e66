#include "saml/xml/measure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace saml::xml {
namespace {

using Objection = std::optional<std::string_view>;
constexpr std::string_view not_well_formed = "9.6 not well-formed";

/// Of names as the protocol has them: with other letters the parser might end one elsewhere.
bool begins_a_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
}

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_in_a_name(char c) {
    return begins_a_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// A number that a document may have as a character.
bool is_a_character(unsigned number) {
    return number == '\t' || number == '\n' || number == '\r' ||
           (number >= 0x20 && number <= 0xd7ff) || (number >= 0xe000 && number <= 0xfffd) ||
           (number >= 0x10000 && number <= 0x10ffff);
}

/// What stands between '&' and ';': one of the five that need no DTD, or a character's number.
bool is_a_reference(std::string_view name) {
    static constexpr std::array<std::string_view, 5> known{"amp", "lt", "gt", "quot", "apos"};
    if (!name.starts_with('#'))
        return std::ranges::find(known, name) != known.end();
    bool const hexadecimal = name.starts_with("#x");
    name.remove_prefix(hexadecimal ? 2 : 1);
    unsigned number = 0; // which is no character, and stays where nothing is read that fits
    auto const* end = name.data() + name.size();
    auto const read = std::from_chars(name.data(), end, number, hexadecimal ? 16 : 10);
    return read.ptr == end && is_a_character(number);
}

/// Every '&' begins such a reference. Each other one is an error that libxml2 reads on after, and
/// a document can hold more of them than it may cost.
bool has_only_references(std::string_view text) {
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        auto const end = text.find(';', at);
        if (end == std::string_view::npos || !is_a_reference(text.substr(at + 1, end - at - 1)))
            return false;
    }
    return true;
}

/// Runs over the markup and counts.
class Measure {
public:
    Measure(std::string_view text, Limits const& limits)
        : text_(text)
        , limits_(limits) {}

    Objection objection() {
        while (at_ < text_.size())
            if (auto const found = next())
                return found;
        return std::nullopt;
    }

    Extent const& extent() const { return extent_; }

private:
    std::string_view rest() const { return text_.substr(at_); }
    bool starts(std::string_view mark) const { return rest().starts_with(mark); }
    char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    bool skip(std::string_view mark) {
        bool const found = starts(mark);
        if (found)
            at_ += mark.size();
        return found;
    }

    bool skip_space() {
        auto const from = at_;
        while (at_ < text_.size() && space.contains(text_[at_]))
            ++at_;
        return at_ > from;
    }

    Objection next() {
        if (here() != '<')
            return characters();
        if (skip("<!--"))
            return comment();
        if (starts("<![CDATA["))
            return "9.6 cdata";
        if (starts("<!"))
            return "9.6 doctype"; // S11: even an empty one
        if (starts("<?"))
            return "9.6 instruction";
        if (skip("</"))
            return close();
        ++at_;
        return open();
    }

    Objection characters() {
        auto const text = rest().substr(0, rest().find('<'));
        at_ += text.size();
        bool const good = has_only_references(text) && !text.contains("]]>");
        return good ? std::nullopt : Objection{not_well_formed};
    }

    /// Its end is looked for behind its mark: `<!-->` opens a comment and does not end it.
    Objection comment() {
        if (++comments_ > limits_.elements)
            return "9.6 comments";
        auto const end = rest().find("--");
        if (end == std::string_view::npos)
            return not_well_formed;
        at_ += end;
        return skip("-->") ? std::nullopt : Objection{not_well_formed};
    }

    Objection close() {
        std::string_view name;
        if (auto const found = read_name(name))
            return found;
        skip_space();
        if (!skip(">") || declared_.empty())
            return not_well_formed;
        in_scope_ -= declared_.back();
        declared_.pop_back();
        return std::nullopt;
    }

    Objection open() {
        if (++extent_.elements > limits_.elements)
            return "9.6 elements";
        declared_.push_back(0);
        extent_.depth = std::max(extent_.depth, declared_.size());
        if (declared_.size() > limits_.depth)
            return "9.6 depth";
        std::string_view name;
        if (auto const found = read_name(name))
            return found;
        std::size_t attributes = 0;
        while (skip_space() && !starts(">") && !starts("/")) {
            if (++attributes > limits_.attributes || ++attributes_ > limits_.all_attributes)
                return "9.6 attributes";
            extent_.attributes = std::max(extent_.attributes, attributes);
            if (auto const found = attribute())
                return found;
        }
        bool const ended = skip("/>");
        if (!ended && !skip(">"))
            return not_well_formed;
        if (ended) {
            in_scope_ -= declared_.back();
            declared_.pop_back();
        }
        return std::nullopt;
    }

    Objection attribute() {
        std::string_view name;
        std::string_view value;
        if (auto const found = read_name(name))
            return found;
        skip_space();
        if (!skip("="))
            return not_well_formed;
        skip_space();
        if (!read_value(value))
            return not_well_formed;
        if (name != "xmlns" && !name.starts_with("xmlns:"))
            return std::nullopt;
        if (value.size() > limits_.name)
            return "9.6 names";
        ++declared_.back();
        return ++in_scope_ > limits_.namespaces ? Objection{"9.6 namespaces"} : std::nullopt;
    }

    Objection read_name(std::string_view& name) {
        auto const from = at_;
        while (is_in_a_name(here()) || is_beyond_ascii(here()))
            ++at_;
        name = text_.substr(from, at_ - from);
        if (std::ranges::any_of(name, is_beyond_ascii) || name.size() > limits_.name)
            return "9.6 names";
        return name.empty() || !begins_a_name(name.front()) ? Objection{not_well_formed}
                                                            : std::nullopt;
    }

    bool read_value(std::string_view& value) {
        char const quote = here();
        if (quote != '"' && quote != '\'')
            return false;
        auto const end = text_.find(quote, at_ + 1);
        if (end == std::string_view::npos)
            return false;
        value = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return !value.contains('<') && has_only_references(value);
    }

    std::string_view text_;
    Limits const& limits_;
    std::size_t at_ = 0;
    Extent extent_;
    std::size_t attributes_ = 0;
    std::size_t comments_ = 0;
    std::vector<std::size_t> declared_; ///< namespaces, by each element that is open
    std::size_t in_scope_ = 0;
};

} // namespace

std::expected<Extent, std::string_view> measured_markup(std::string_view text,
                                                        Limits const& limits) {
    Measure measure{text, limits};
    if (auto const found = measure.objection())
        return std::unexpected{*found};
    return measure.extent();
}

} // namespace saml::xml
