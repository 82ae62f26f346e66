#include "portal/accounts/username.h"

#include "foundation/text.h"
#include "foundation/unicode.h"

namespace portal {

namespace {

// 31 characters: no 0 and O, no 1, I and L. A prime number of them, so that the check character
// finds every single slip and every swap of neighbours.
constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
static_assert(alphabet.size() == 31);

constexpr std::size_t username_length = 9;
constexpr std::size_t code_length = 10;

/// What a person typed, without what does not matter; empty when a character cannot be meant.
std::string normalised(std::string_view typed) {
    std::string text;
    for (char const c : foundation::upper_ascii(foundation::without_separators(typed))) {
        if (alphabet.find(c) == std::string_view::npos || text.size() >= code_length)
            return {};
        text += c;
    }
    return text;
}

std::string drawn(foundation::Randomness& randomness, std::size_t count) {
    std::string text;
    while (text.size() < count)
        text += alphabet[foundation::below(randomness, alphabet.size())];
    return text;
}

/// Positions weigh 2, 3, ... so that the sum changes with every slip and every swap.
char check_character(std::string_view text) {
    std::size_t sum = 0;
    std::size_t weight = 2;
    for (char const c : text)
        sum += alphabet.find(c) * weight++;
    return alphabet[sum % alphabet.size()];
}

} // namespace

std::optional<Username> Username::parse(std::string_view typed) {
    auto text = normalised(typed);
    if (text.size() != username_length)
        return std::nullopt;
    if (text.back() != check_character(std::string_view{text}.substr(0, username_length - 1)))
        return std::nullopt;
    return Username{std::move(text)};
}

Username Username::mint(foundation::Randomness& randomness) {
    auto text = drawn(randomness, username_length - 1);
    text += check_character(text);
    return Username{std::move(text)};
}

std::string Username::grouped() const {
    return text_.substr(0, 3) + ' ' + text_.substr(3, 3) + ' ' + text_.substr(6);
}

std::optional<Code> Code::parse(std::string_view typed) {
    auto text = normalised(typed);
    if (text.size() != code_length)
        return std::nullopt;
    return Code{std::move(text)};
}

Code Code::mint(foundation::Randomness& randomness) { return Code{drawn(randomness, code_length)}; }

std::string Code::grouped() const { return reveal().substr(0, 5) + '-' + reveal().substr(5); }

} // namespace portal
