#include "storage/folded.h"

#include "foundation/text.h"

#include <array>

namespace storage {

namespace {

constexpr unsigned first_letter = 0xC0;

/// What the letters U+00C0 to U+017F (Latin-1, Latin Extended-A) fold to; empty: the sign itself.
constexpr auto letters = std::array<std::string_view, 0x180 - first_letter>{
    "a", "a", "a",  "a",  "a", "a", "ae", "c",  "e",  "e", "e", "e", "i",  "i",  "i", "i", "d", "n",
    "o", "o", "o",  "o",  "o", "",  "o",  "u",  "u",  "u", "u", "y", "th", "ss", "a", "a", "a", "a",
    "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i",  "i", "i", "i", "d",  "n",  "o", "o", "o", "o",
    "o", "",  "o",  "u",  "u", "u", "u",  "y",  "th", "y", "a", "a", "a",  "a",  "a", "a", "c", "c",
    "c", "c", "c",  "c",  "c", "c", "d",  "d",  "d",  "d", "e", "e", "e",  "e",  "e", "e", "e", "e",
    "e", "e", "g",  "g",  "g", "g", "g",  "g",  "g",  "g", "h", "h", "h",  "h",  "i", "i", "i", "i",
    "i", "i", "i",  "i",  "i", "i", "ij", "ij", "j",  "j", "k", "k", "k",  "l",  "l", "l", "l", "l",
    "l", "l", "l",  "l",  "l", "n", "n",  "n",  "n",  "n", "n", "n", "n",  "n",  "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r",  "r", "s", "s", "s",  "s",  "s", "s", "s", "s",
    "t", "t", "t",  "t",  "t", "t", "u",  "u",  "u",  "u", "u", "u", "u",  "u",  "u", "u", "u", "u",
    "w", "w", "y",  "y",  "y", "z", "z",  "z",  "z",  "z", "z", "s"};

/// The code point of a two-byte character of UTF-8.
constexpr unsigned two_bytes(char first, char second) {
    return (static_cast<unsigned char>(first) & 0x1FU) << 6 |
           (static_cast<unsigned char>(second) & 0x3FU);
}

constexpr bool is_combining_accent(unsigned code_point) {
    return code_point >= 0x300 && code_point < 0x370;
}

} // namespace

std::string folded(std::string_view text) {
    auto result = std::string{};
    auto const lower = foundation::lower_ascii(text);
    for (std::size_t i = 0; i < lower.size(); ++i) {
        auto const two = (static_cast<unsigned char>(lower[i]) & 0xE0U) == 0xC0U;
        if (!two || i + 1 == lower.size()) {
            result += lower[i];
            continue;
        }
        auto const code_point = two_bytes(lower[i], lower[i + 1]);
        auto const index = code_point - first_letter; // wraps around below the first letter
        if (index < letters.size() && !letters[index].empty())
            result += letters[index];
        else if (!is_combining_accent(code_point))
            result.append(lower, i, 2);
        ++i;
    }
    return result;
}

std::string anywhere(std::string_view text) {
    auto pattern = std::string{"%"};
    for (char const c : folded(text)) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

} // namespace storage
