#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace foundation {

/// What a character is to the rules about what people type. Text is valid UTF-8.
enum class Sign {
    letter,
    capital, ///< a letter too
    mark,    ///< an accent as a sign of its own, that shows
    digit,   ///< 0 to 9
    space,   ///< of any width
    hyphen,
    apostrophe, ///< straight or curly
    stop,       ///< the full stop
    other,      ///< symbols, other punctuation, format and control characters, what does not show
};

struct SignAt {
    Sign sign = Sign::other;
    std::size_t bytes = 1; ///< in how many bytes it is written
};
SignAt sign_at(std::string_view text, std::size_t at);

/// Whether nothing in it is invisible or turns the direction of what follows.
bool shows_all(std::string_view text);

/// Each letter and its accents as one character where there is one (NFC).
std::string composed(std::string_view text);

/// For search and order, the same on both databases: lower case, letters of Europe without marks
/// ("Nguyễn" is "nguyen", "Łódź" is "lodz", "Straße" is "strasse"), Greek and Cyrillic in lower
/// case without theirs, no apostrophes of any kind, one kind of hyphen and of space. What is not
/// UTF-8 stays as it is.
std::string folded(std::string_view text);

/// What people type where they mean an apostrophe (a grave or acute accent, a prime) or a hyphen (a
/// dash) as the plain one.
std::string with_plain_apostrophes_and_hyphens(std::string_view text);

/// Without the spaces, format and control characters of any kind that pasting brings along at both
/// ends.
std::string_view without_invisible_ends(std::string_view text);

/// Without what stands around and between the characters of a typed code: spaces, dashes, quotes,
/// brackets, closing punctuation, format and control characters (P2.15).
std::string without_separators(std::string_view text);

/// A domain with letters of any script, in both its forms. Plain ASCII stays as it is in both.
struct Domain {
    std::string sent;  ///< as mail servers know it: other labels as A-labels ("xn--...")
    std::string shown; ///< the one way to write it with its own letters, in lower case
};
/// UTS 46, RFC 5891. Nothing when it cannot be one, or is written with signs that would become
/// others without a word (full width, ligatures).
std::optional<Domain> domain_of(std::string_view domain);

} // namespace foundation
