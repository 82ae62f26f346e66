#pragma once
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace broker::pages {

/// The invented suppliers, in the order of the list: alphabetical (eherkenning.md 8).
inline constexpr auto suppliers =
    std::to_array<std::string_view>({"Alfa", "Beta", "Delta", "Gamma"});

inline std::optional<std::string_view> supplier_named(std::string_view name) {
    auto const* const found = std::ranges::find(suppliers, name);
    return found == suppliers.end() ? std::nullopt : std::optional{*found};
}

} // namespace broker::pages
