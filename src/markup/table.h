#pragma once
#include "markup/html.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace markup {

enum class Order : std::uint8_t { none, ascending, descending };

/// A column that can be sorted: the link goes to the same page sorted otherwise.
struct Sorting {
    Url to;
    Order order = Order::none;
    std::string words; ///< read out: ", oplopend gesorteerd", ", sorteren"
};
struct Column {
    std::string label;
    std::optional<Sorting> sorting{};
    bool numeric = false;
    bool on_one_line = false;
};
struct Table {
    std::string label;     ///< of the region that scrolls sideways
    std::string caption{}; ///< read out; empty: none
    std::vector<Column> columns;
    std::size_t row_header = 0;          ///< the column that names the row
    std::vector<std::vector<Html>> rows; ///< text(...) for plain words
};

/// On a small screen every row becomes a card. The roles are written out, because other browsers
/// than Chromium forget them when the display changes (ui.md 7).
Html table(Table const& table);

} // namespace markup
