#pragma once
#include "foundation/randomness.h"
#include "foundation/secret.h"

#include <optional>
#include <string>
#include <string_view>

namespace portal {

/// Nine characters of an alphabet without look-alikes; the last is a check character (P2.8), so a
/// slip of one character or two swapped neighbours is seen at once and never counts as an attempt.
class Username {
public:
    /// Case, spaces and hyphens do not matter. Nothing when it cannot be a username.
    static std::optional<Username> parse(std::string_view text);
    static Username mint(foundation::Randomness& randomness);

    std::string const& text() const { return text_; } ///< ABCDEFGHJ
    std::string grouped() const;                      ///< ABC DEF GHJ
    friend auto operator<=>(Username const&, Username const&) = default;

private:
    explicit Username(std::string text)
        : text_(std::move(text)) {}
    std::string text_;
};

/// Ten characters of the same alphabet, all chance: 49.5 bits (P2.8, docs/decisions/0004). Serves
/// as activation code, as revocation code and as code for a new mail address.
class Code {
public:
    static std::optional<Code> parse(std::string_view text);
    static Code mint(foundation::Randomness& randomness);

    std::string const& reveal() const { return text_.reveal(); }
    std::string grouped() const; ///< ABCDE-FGHJK

private:
    explicit Code(std::string text)
        : text_(std::move(text)) {}
    foundation::Secret<std::string> text_;
};

} // namespace portal
