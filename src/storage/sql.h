#pragma once
#include "storage/driver/statement.h"

#include <algorithm>
#include <cstddef>

namespace storage {

/// SQL put together while compiling, so that a list of columns is written once and a statement
/// still is a literal to the driver.
template<std::size_t Size>
struct Sql {
    char text[Size]{};

    constexpr Sql() = default;
    constexpr Sql(char const (&literal)[Size]) { std::copy_n(literal, Size, text); }
};

template<std::size_t Left, std::size_t Right>
constexpr auto operator+(Sql<Left> const& left, Sql<Right> const& right) {
    auto joined = Sql<Left + Right - 1>{};
    std::copy_n(left.text, Left - 1, joined.text);
    std::copy_n(right.text, Right, joined.text + Left - 1);
    return joined;
}

template<std::size_t Left, std::size_t Right>
constexpr auto operator+(Sql<Left> const& left, char const (&right)[Right]) {
    return left + Sql<Right>{right};
}

template<Sql Text>
inline constexpr auto statement = driver::Statement{Text.text};

} // namespace storage
