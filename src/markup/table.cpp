#include "markup/table.h"

#include "foundation/fault.h"
#include "markup/icon.h"

namespace markup {
namespace {

std::string_view classes_of(Column const& column) {
    if (column.numeric)
        return " app-num";
    return column.on_one_line ? " app-nowrap" : "";
}

Html sort_link(Column const& column, Sorting const& sorting) {
    Icon drawing = "arrows-sort";
    if (sorting.order == Order::ascending)
        drawing = "arrow-up";
    if (sorting.order == Order::descending)
        drawing = "arrow-down";
    return html(R"(<a class="app-sort" href="{}">{}<span class="app-hidden">{}</span>{}</a>)",
                sorting.to, column.label, sorting.words, icon(drawing));
}

Html column_header(Column const& column) {
    Attributes order;
    if (column.sorting && column.sorting->order != Order::none)
        order.set("aria-sort",
                  column.sorting->order == Order::ascending ? "ascending" : "descending");
    return html(R"(<th class="utrecht-table__header-cell{}" scope="col" role="columnheader"{}>)"
                R"({}</th>)",
                column.numeric ? " app-num" : "", order,
                column.sorting ? sort_link(column, *column.sorting) : text(column.label));
}

Html row_of(Table const& table, std::vector<Html> const& cells) {
    foundation::ensure(cells.size() == table.columns.size(), "a row has a cell for every column");
    Html row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        auto const& column = table.columns[i];
        row += i == table.row_header
                   ? html(R"(<th class="utrecht-table__cell{}" scope="row" role="rowheader">)"
                          R"({}</th>)",
                          classes_of(column), cells[i])
                   : html(R"(<td class="utrecht-table__cell{}" role="cell" data-label="{}">)"
                          R"({}</td>)",
                          classes_of(column), column.label, cells[i]);
    }
    return html(R"(<tr class="utrecht-table__row" role="row">{}</tr>)", row);
}

} // namespace

Html table(Table const& table) {
    auto const caption = html(R"(<caption class="app-hidden">{}</caption>)", table.caption);
    return html(R"(<div class="app-tablewrap" tabindex="0" role="group" aria-label="{}">)"
                R"(<table class="utrecht-table app-table--cards" role="table">{})"
                R"(<thead class="utrecht-table__header" role="rowgroup"><tr role="row">{}</tr>)"
                R"(</thead><tbody class="utrecht-table__body" role="rowgroup">{}</tbody>)"
                R"(</table></div>)",
                table.label, when(!table.caption.empty(), caption),
                each(table.columns, column_header),
                each(table.rows, [&](auto const& cells) { return row_of(table, cells); }));
}

} // namespace markup
