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
    bool may_bear_a_mark = false;
    int marks = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const [sign, bytes] = foundation::sign_at(text, at);
        bool const mark = sign == Sign::mark;
        marks = mark ? marks + 1 : 0;
        if (sign == Sign::other || sign == Sign::digit || marks > most_marks ||
            (mark && !may_bear_a_mark))
            return false;
        may_bear_a_mark = mark || is_letter(sign);
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

/// A word with full stops in it: initials, perhaps written against what follows. "J.P.", "Th.A."
/// and "j.p." stay; "J.Jansen", "Chr.de" and "A.Th." get a space, so that no mail program makes a
/// link of them. Nothing when it looks like an address.
std::optional<std::string> with_stops_in_order(std::string_view word) {
    constexpr std::size_t longest_initial = 3; // "Chr."
    if (foundation::lower_ascii(word).starts_with("www."))
        return std::nullopt;
    auto const parts = foundation::split(word, '.');
    std::string result{parts.front()};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        bool const last = i + 1 == parts.size();
        if (!last && foundation::lower_ascii(parts[i]) == "www")
            return std::nullopt;
        result += '.';
        if (last && parts[i].empty())
            break;
        auto const before = stretch(parts[i - 1]);
        auto const here = stretch(parts[i]);
        bool const more = here.letters > 1;
        bool const initial = !last && (!more || (here.capital && here.letters <= longest_initial));
        bool const rest =
            last && before.capital && (before.letters == 1 || here.capital || is_prefix(parts[i]));
        if (before.letters == 0 || before.letters > longest_initial || here.letters == 0 ||
            (!initial && !rest))
            return std::nullopt;
        if ((rest || more) && !parts[i].starts_with('-'))
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

/// "jr." and "MSc": not what a name goes by.
bool is_suffix(std::string_view word) {
    static constexpr auto suffixes =
        std::to_array<std::string_view>({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "ba", "bsc",
                                         "llm", "ma", "mba", "msc", "phd"});
    return std::ranges::find(suffixes, foundation::folded(word)) != suffixes.end();
}

/// "Jansen-de" of "Jansen-de Vries": the surname began before the prefix.
bool ends_with_hyphen_and_prefix(std::string_view word) {
    auto const flat = foundation::folded(word);
    auto const hyphen = flat.rfind('-');
    return hyphen != std::string::npos && hyphen > 0 &&
           is_prefix(std::string_view{flat}.substr(hyphen + 1));
}

struct Surname {
    std::size_t prefix; ///< where its prefixes begin
    std::size_t begin;
};

/// The first run of prefixes behind a given name that leaves a surname; with none, the last word.
Surname surname_in(std::vector<std::string_view> const& words) {
    auto const last = words.size() - 1;
    for (std::size_t i = 1; i < last; ++i) {
        if (ends_with_hyphen_and_prefix(words[i]))
            return {.prefix = i, .begin = i};
        if (words[i] == "-" && i > 1)
            return {.prefix = i - 1, .begin = i - 1};
        if (!is_prefix(words[i]))
            continue;
        auto begin = i + 1;
        while (begin < last && is_prefix(words[begin]))
            ++begin;
        return {.prefix = i, .begin = begin};
    }
    return {.prefix = last, .begin = last};
}

NameParts parts_of_words(std::vector<std::string_view> words) {
    auto const whole = words;
    while (words.size() > 2 && is_suffix(words.back()))
        words.pop_back();
    if (words.size() < 2)
        return {.given = {}, .prefix = {}, .surname = joined(words, 0, words.size())};
    auto const [prefix, begin] = surname_in(words);
    NameParts parts{.given = joined(words, 0, prefix),
                    .prefix = joined(words, prefix, begin),
                    .surname = joined(words, begin, words.size())};
    if (auto const suffixes = joined(whole, words.size(), whole.size()); !suffixes.empty())
        parts.given.append(" ").append(suffixes);
    return parts;
}

/// The article written against the name: "d'Ancona" and "el-Idrissi" stand under A and I.
std::string_view without_article(std::string_view surname) {
    static constexpr auto articles = std::to_array<std::string_view>(
        {"d'", "d\u2019", "l'", "l\u2019", "'s-", "\u2019s-", "el-", "al-"});
    for (auto const article : articles)
        if (surname.size() > article.size() && surname.starts_with(article))
            return surname.substr(article.size());
    return surname;
}

} // namespace

std::expected<PersonName, PersonNameFlaw> PersonName::parse(std::string_view typed) {
    if (!foundation::is_utf8(typed))
        return std::unexpected(PersonNameFlaw::character);
    auto const text = with_single_spaces(foundation::composed(
        foundation::with_plain_apostrophes_and_hyphens(foundation::without_invisible_ends(typed))));
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
    return parts_of_words(words_of(name));
}

std::string surname_first(std::string_view name) {
    auto const parts = parts_of(name);
    auto text = std::string{without_article(parts.surname)};
    for (auto const* rest : {&parts.given, &parts.prefix})
        if (!rest->empty())
            text.append(" ").append(*rest);
    return text;
}

} // namespace portal
