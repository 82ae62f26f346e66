#pragma once
#include "foundation/randomness.h"

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace foundation {

/// The name of a thing in the database and in addresses: 1 to 40 characters of a-z, 0-9 and '-'.
/// Typed, so that the id of one kind of thing cannot stand where another kind is meant.
template<class Tag>
class Id {
public:
    static std::optional<Id> parse(std::string_view text) {
        if (text.empty() || text.size() > 40)
            return std::nullopt;
        for (char const c : text)
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
                return std::nullopt;
        return Id{std::string{text}};
    }
    /// 128 bits of chance: nobody guesses another one.
    static Id mint(Randomness& randomness) { return Id{random_hex(randomness, 16)}; }

    std::string const& text() const { return text_; }
    friend auto operator<=>(Id const&, Id const&) = default;

private:
    explicit Id(std::string text)
        : text_(std::move(text)) {}
    std::string text_;
};

} // namespace foundation

template<class Tag>
struct std::hash<foundation::Id<Tag>> {
    std::size_t operator()(foundation::Id<Tag> const& id) const {
        return std::hash<std::string>{}(id.text());
    }
};
