#include "delivery/names.h"

#include "foundation/text.h"

#include <algorithm>

namespace delivery {

namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80U; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Marks of other scripts that steer or hide text, or that domains know as a full stop.
bool has_steering_marks(std::string_view text) {
    constexpr std::string_view apostrophe = "\xE2\x80\x99";
    constexpr std::string_view hyphen = "\xE2\x80\x90";
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        auto const three = text.substr(at, 3);
        bool const punctuation = three.starts_with("\xE2\x80") || three.starts_with("\xE2\x81");
        bool const wide = three.starts_with("\xEF\xBB") || three.starts_with("\xEF\xBC") ||
                          three.starts_with("\xEF\xBD") || three.starts_with("\xE3\x80");
        if ((punctuation && three != apostrophe && three != hyphen) || wide)
            return true;
    }
    return false;
}

/// "J.P. de Vries" is none; "voorbeeld.nl" is: two letters or more on either side of a full stop.
bool looks_like_address(std::string_view word) {
    auto const parts = foundation::split(word, '.');
    auto const named = std::ranges::count_if(parts, [](auto part) { return part.size() >= 2; });
    return named >= 2;
}

} // namespace

bool is_plain_name(std::string_view name) {
    if (has_steering_marks(name) || foundation::has_control_characters(name))
        return false;
    bool const letters = std::ranges::all_of(name, [](char c) {
        return !is_ascii(c) || is_ascii_letter(c) || std::string_view{" '-."}.contains(c);
    });
    return letters && std::ranges::none_of(foundation::split(name, ' '), looks_like_address);
}

std::string plain_name(std::string_view name) {
    if (is_plain_name(name))
        return std::string{name};
    std::string letters;
    for (char const c : name)
        if (is_ascii_letter(c) || c == ' ')
            letters += c;
    return letters;
}

} // namespace delivery
