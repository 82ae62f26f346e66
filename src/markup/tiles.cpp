#include "markup/tiles.h"

namespace markup {
namespace {

Html tile_of(Tile const& tile) {
    return html(R"(<li><div class="app-tile">{}<div><a class="nl-link" href="{}">{}</a>{}</div>)"
                R"({}</div></li>)",
                icon(tile.icon), tile.to, tile.label,
                when(!tile.explanation.empty(), html("<p>{}</p>", tile.explanation)),
                when(tile.arrow, icon("chevron-right")));
}

Html figure_of(Figure const& figure) {
    return html(R"(<div class="app-stat"><dt>{}</dt><dd>{}{}</dd></div>)", figure.label,
                figure.number,
                when(!figure.explanation.empty(), html("<small>{}</small>", figure.explanation)));
}

} // namespace

Html tiles(std::vector<Tile> const& tiles, TileWidth width) {
    return html(R"(<ul class="app-grid{}">{}</ul>)", width == TileWidth::wide ? " app-grid--3" : "",
                each(tiles, tile_of));
}

Html figures(std::vector<Figure> const& figures) {
    return html(R"(<dl class="app-grid app-grid--stat">{}</dl>)", each(figures, figure_of));
}

} // namespace markup
