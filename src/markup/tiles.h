#pragma once
#include "markup/html.h"
#include "markup/icon.h"

#include <string>
#include <vector>

namespace markup {

/// One way on: the whole tile can be pressed, and it holds one link.
struct Tile {
    Icon icon;
    std::string label;
    Url to;
    std::string explanation{};
    bool arrow = false;
};
enum class TileWidth { normal, wide };
Html tiles(std::vector<Tile> const& tiles, TileWidth width = TileWidth::normal);

/// A number that says how it stands.
struct Figure {
    std::string label;
    std::string number;
    std::string explanation{};
};
Html figures(std::vector<Figure> const& figures);

} // namespace markup
