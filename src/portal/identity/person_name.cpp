#include "portal/identity/person_name.h"

#include "foundation/text.h"
#include "foundation/unicode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace portal {

namespace {

using foundation::Sign;

constexpr std::size_t longest = 100;
constexpr int most_marks = 4; ///< on one letter: no language writes more

bool is_letter(Sign sign) { return sign == Sign::letter || sign == Sign::capital; }

/// One space for each run of spaces, none at the ends.
std::string with_single_spaces(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        auto const [sign, bytes] = foundation::sign_at(text, at);
        if (sign != Sign::space)
            result += text.substr(at, bytes);
        else if (!result.empty() && !result.ends_with(' '))
            result += ' ';
        at += bytes;
    }
    if (result.ends_with(' '))
        result.pop_back();
    return result;
}

bool has_characters_of_names_only(std::string_view text) {
    bool any_letter = false;
    int marks = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const [sign, bytes] = foundation::sign_at(text, at);
        marks = sign == Sign::mark ? marks + 1 : 0;
        if (sign == Sign::other || sign == Sign::digit || marks > most_marks ||
            (at == 0 && sign == Sign::mark))
            return false;
        any_letter = any_letter || is_letter(sign);
        at += bytes;
    }
    return any_letter;
}

/// One stretch between full stops.
struct Stretch {
    std::size_t letters = 0;
    bool capital = false; ///< begins with one
};

Stretch stretch(std::string_view part) {
    Stretch found;
    for (std::size_t at = 0; at < part.size();) {
        auto const [sign, bytes] = foundation::sign_at(part, at);
        if (found.letters == 0)
            found.capital = sign == Sign::capital;
        if (is_letter(sign))
            ++found.letters;
        at += bytes;
    }
    return found;
}

/// A word with full stops in it: initials, perhaps written against what follows. "J.P.", "Th.A."
/// and "j.p." stay; "J.Jansen" and "A.Th." get a space, so that no mail program makes a link of
/// them. Nothing when it looks like an address.
std::optional<std::string> with_stops_in_order(std::string_view word) {
    constexpr std::size_t longest_initial = 3; // "Chr."
    if (foundation::lower_ascii(word).starts_with("www."))
        return std::nullopt;
    auto const parts = foundation::split(word, '.');
    std::string result{parts.front()};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        bool const last = i + 1 == parts.size();
        result += '.';
        if (last && parts[i].empty())
            break;
        auto const before = stretch(parts[i - 1]);
        auto const here = stretch(parts[i]);
        bool const more = here.letters > 1;
        bool const initial = !last && (!more || (here.capital && here.letters <= longest_initial));
        bool const rest = last && before.letters == 1 && before.capital;
        if (before.letters == 0 || before.letters > longest_initial || here.letters == 0 ||
            (!initial && !rest))
            return std::nullopt;
        if (rest || (more && !parts[i].starts_with('-')))
            result += ' ';
        result += parts[i];
    }
    return result;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (auto const word : foundation::split(text, ' '))
        if (!word.empty())
            words.push_back(word);
    return words;
}

std::string joined(std::vector<std::string_view> const& words, std::size_t from, std::size_t to) {
    std::string text;
    for (auto i = from; i < to; ++i)
        text.append(text.empty() ? "" : " ").append(words[i]);
    return text;
}

/// Folded, so that "'t" is "t" and "De" is "de".
bool is_prefix(std::string_view word) {
    static constexpr auto prefixes = std::to_array<std::string_view>(
        {"aan",   "af",  "al",   "am",     "auf", "aus",  "av",   "bij", "bin", "d",   "da",
         "dal",   "de",  "del",  "den",    "der", "des",  "di",   "do",  "don", "dos", "du",
         "el",    "in",  "het",  "im",     "l",   "la",   "las",  "le",  "les", "lo",  "los",
         "onder", "op",  "over", "s",      "t",   "v.d.", "v.",   "d.",  "te",  "ten", "ter",
         "tot",   "uit", "van",  "vanden", "vom", "von",  "voor", "vor", "zu",  "zum", "zur"});
    return std::ranges::find(prefixes, foundation::folded(word)) != prefixes.end();
}

} // namespace

std::expected<PersonName, PersonNameFlaw> PersonName::parse(std::string_view typed) {
    if (!foundation::is_utf8(typed))
        return std::unexpected(PersonNameFlaw::character);
    auto const text = with_single_spaces(foundation::composed(typed));
    if (text.empty())
        return std::unexpected(PersonNameFlaw::missing);
    if (!has_characters_of_names_only(text))
        return std::unexpected(PersonNameFlaw::character);
    std::string name;
    for (auto const word : words_of(text)) {
        auto const in_order = with_stops_in_order(word);
        if (!in_order)
            return std::unexpected(PersonNameFlaw::address);
        name.append(name.empty() ? "" : " ").append(*in_order);
    }
    if (foundation::utf8_length(name) > longest)
        return std::unexpected(PersonNameFlaw::too_long);
    return PersonName{std::move(name)};
}

NameParts parts_of(std::string_view name) {
    if (auto const comma = name.find(','); comma != std::string_view::npos) {
        // As some were kept before names were judged: "Vries, Anna de".
        auto const surname = words_of(name.substr(0, comma));
        auto const rest = words_of(name.substr(comma + 1));
        auto given = rest.size();
        while (given > 0 && is_prefix(rest[given - 1]))
            --given;
        return {.given = joined(rest, 0, given),
                .prefix = joined(rest, given, rest.size()),
                .surname = joined(surname, 0, surname.size())};
    }
    auto const words = words_of(name);
    if (words.size() < 2)
        return {.given = {}, .prefix = {}, .surname = joined(words, 0, words.size())};
    // The first run of prefixes behind a given name that leaves a surname; with none, the last
    // word.
    std::size_t surname = words.size() - 1;
    std::size_t prefix = surname;
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
        if (is_prefix(words[i])) {
            prefix = i;
            surname = i + 1;
            while (surname + 1 < words.size() && is_prefix(words[surname]))
                ++surname;
            break;
        }
    return {.given = joined(words, 0, prefix),
            .prefix = joined(words, prefix, surname),
            .surname = joined(words, surname, words.size())};
}

std::string surname_first(std::string_view name) {
    auto const parts = parts_of(name);
    auto text = parts.surname;
    for (auto const* rest : {&parts.given, &parts.prefix})
        if (!rest->empty())
            text.append(" ").append(*rest);
    return text;
}

} // namespace portal
