#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace portal {

/// As whom eHerkenning brings an acting person: 64 hexadecimal digits, '@' and 32 more, kept in
/// lower case (eherkenning.md 6.1). A login brings nothing else, so nothing else is taken over from
/// a former portal either: a link under another form is one that nobody can ever use.
class Pseudonym {
public:
    static std::optional<Pseudonym> parse(std::string_view text);
    std::string const& text() const { return text_; }
    friend auto operator<=>(Pseudonym const&, Pseudonym const&) = default;

private:
    explicit Pseudonym(std::string text)
        : text_(std::move(text)) {}
    std::string text_;
};

} // namespace portal
