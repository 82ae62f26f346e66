#pragma once
#include "foundation/randomness.h"

#include <optional>
#include <string>
#include <string_view>

namespace portal {

/// What a page with a button brings along: pressed twice, its act is done once and answered the
/// same (P9.3, decision 0169). It opens nothing, and nobody has to bring one.
class Ticket {
public:
    static std::optional<Ticket> parse(std::string_view text);
    static Ticket mint(foundation::Randomness& randomness) {
        return Ticket{foundation::random_hex(randomness, bytes)};
    }
    std::string const& text() const { return text_; }

private:
    static constexpr std::size_t bytes = 16;

    explicit Ticket(std::string text)
        : text_(std::move(text)) {}
    std::string text_;
};

} // namespace portal
