#pragma once
#include <expected>
#include <string>
#include <string_view>

namespace portal {

enum class PersonNameFlaw {
    missing,
    too_long,  ///< more than 100 characters
    character, ///< one that no name has: a digit, a symbol, an invisible or a control character
    address,   ///< a full stop as in a web address: mail programs would make a link of it
};

/// A person's name (P2.14): letters of any script with their marks, spaces, apostrophes, hyphens
/// and full stops. It comes as one line; which words are prefix and surname follows from the
/// prefixes that the Netherlands and its neighbours use (docs/decisions/0128).
class PersonName {
public:
    static std::expected<PersonName, PersonNameFlaw> parse(std::string_view typed);

    std::string const& text() const { return text_; } ///< composed, single spaces

private:
    explicit PersonName(std::string text)
        : text_(std::move(text)) {}
    std::string text_;
};

/// The parts of a name, also of one that was kept before names were judged.
struct NameParts {
    std::string given;   ///< "Anna Maria"; "jr." and "MSc" stand here too
    std::string prefix;  ///< "van der", "'t"; empty: none
    std::string surname; ///< "Hof"; of a name of one word that word
};
NameParts parts_of(std::string_view name);

/// By what a list goes: surname, given names, prefix (P2.14). Only for order: an article written
/// against the surname ("d'Ancona") is left out.
std::string surname_first(std::string_view name);

} // namespace portal
