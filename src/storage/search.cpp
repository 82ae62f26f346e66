#include "storage/search.h"

#include "foundation/text.h"
#include "foundation/unicode.h"
#include "portal/identity/person_name.h"

#include <algorithm>

namespace storage {

namespace {

// What stands in an index has an end: PostgreSQL takes rows of at most 2,704 bytes there.
constexpr std::size_t longest_order = 400;
constexpr std::size_t longest_searched = 1'600;

std::string shortened(std::string text, std::size_t longest) {
    while (text.size() > longest) {
        text.resize(longest);
        while (!foundation::is_utf8(text))
            text.pop_back();
    }
    return text;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

/// As it is often typed, so that a part of it is found: "ABC-DEF-GHJ".
std::string in_groups(std::string_view username) {
    constexpr std::size_t group = 3;
    std::string text;
    for (std::size_t at = 0; at < username.size(); at += group)
        text.append(text.empty() ? "" : "-").append(username.substr(at, group));
    return text;
}

/// "+31 (0)6 12345678" is looked for as 0612345678 and as 31612345678, whichever way it was typed.
std::string telephone(std::string_view typed) {
    auto digits = digits_of(typed);
    if (digits.starts_with("00"))
        digits.erase(0, 2);
    if (digits.starts_with("310"))
        digits.erase(2, 1);
    if (digits.starts_with("31"))
        return '0' + digits.substr(2) + '\n' + digits;
    return digits.starts_with('0') ? digits + "\n31" + digits.substr(1) : digits;
}

/// A word of digits and what stands between them in telephone numbers is looked for by its digits.
std::string without_telephone_signs(std::string_view word) {
    constexpr std::size_t fewest = 3; // fewer are part of something else, but "+31" and "(0)6"
    auto digits = digits_of(word);
    bool const telephone =
        !digits.empty() &&
        (digits.size() >= fewest || word.front() == '+' || word.front() == '(') &&
        std::ranges::all_of(word, [](char c) {
            return (c >= '0' && c <= '9') || std::string_view{"+-()/."}.contains(c);
        });
    if (!telephone)
        return std::string{word};
    if (digits.starts_with("00"))
        digits.erase(0, 2);
    if (digits.starts_with("310")) // "+31(0)6": the row has it without the 0
        digits.erase(2, 1);
    return digits;
}

std::string pattern(std::string_view folded) {
    auto pattern = std::string{"%"};
    for (char const c : folded) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

} // namespace

std::string order_of(portal::Person const& person) {
    return shortened(foundation::folded(portal::surname_first(person.name)), longest_order);
}

std::string order_of_organisation(std::string_view name) {
    return shortened(foundation::folded(name), longest_order);
}

std::string searched_in(portal::Person const& person, std::string_view username,
                        std::string_view administrator_roles) {
    std::string all;
    for (auto const part :
         {std::string_view{person.name}, std::string_view{person.email}, username})
        all.append(part).append("\n");
    all.append(in_groups(username)).append("\n").append(telephone(person.phone)).append("\n");
    all.append(administrator_roles).append("\n").append(person.function);
    return shortened(foundation::folded(all), longest_searched);
}

std::string anywhere(std::string_view text) {
    return pattern(foundation::folded(foundation::trimmed(text)));
}

WordPatterns words_anywhere(std::string_view search) {
    WordPatterns patterns;
    patterns.fill("%");
    auto next = patterns.begin();
    auto folded = foundation::folded(search);
    std::ranges::replace_if( // "Smit, Jan", and what pasting brings
        folded, [](char c) { return c == ',' || c == ';' || (c >= 0 && c < ' '); }, ' ');
    for (auto const word : foundation::split(folded, ' ')) {
        auto const text = foundation::trimmed(word);
        if (text.empty() || text == "-")
            continue;
        if (next == patterns.end())
            break;
        *next++ = pattern(without_telephone_signs(text));
    }
    return patterns;
}

} // namespace storage
