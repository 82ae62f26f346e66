#include "markup/escape.h"

#include <array>

namespace markup {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

constexpr std::array<std::string_view, 256> make_replacements() {
    std::array<std::string_view, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c)
        if (c != '\t' && c != '\n' && c != '\r')
            table[c] = replacement_character;
    table[0x7f] = replacement_character;
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['&'] = "&amp;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    return table;
}

constexpr auto replacements = make_replacements();

constexpr std::array<bool, 256> make_marks() {
    std::array<bool, 256> marks{};
    for (std::size_t c = 0; c < marks.size(); ++c)
        marks[c] = !replacements[c].empty();
    return marks;
}

/// The same in a table small enough to stay in the nearest cache: most text needs no replacement.
constexpr auto needs_replacement = make_marks();

} // namespace

void append_escaped(std::string& out, std::string_view text) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const c = static_cast<unsigned char>(text[at]);
        if (!needs_replacement[c])
            continue;
        out.append(text, from, at - from).append(replacements[c]);
        from = at + 1;
    }
    out.append(text, from, text.size() - from);
}

} // namespace markup
