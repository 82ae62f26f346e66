#pragma once
#include "markup/html.h"

#include <string>
#include <vector>

namespace markup {

/// One week, month or day: how often something went well, and how often not.
struct Bar {
    std::string label;
    std::uint32_t good;
    std::uint32_t bad;
};
/// Drawn by the server, so that it needs neither script nor inline style. The description says in
/// words what the drawing shows; beside it always stands a table() with the figures (ui.md 3).
struct Chart {
    std::string id;
    std::string title;
    std::string description;
    std::string good; ///< the words of the legend
    std::string bad;
    std::vector<Bar> bars;
};
Html chart(Chart const& chart);

} // namespace markup
