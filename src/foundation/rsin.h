#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace foundation {

/// The number of a legal person (RSIN): nine digits that pass the test of eleven; leading zeros
/// matter. In the foundation because the test broker, which sees no rules, reads one too.
class Rsin {
public:
    static std::optional<Rsin> parse(std::string_view text);
    std::string const& text() const { return text_; }
    friend auto operator<=>(Rsin const&, Rsin const&) = default;

private:
    explicit Rsin(std::string text)
        : text_(std::move(text)) {}
    std::string text_;
};

} // namespace foundation
