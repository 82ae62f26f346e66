#pragma once
#include "markup/badge.h"
#include "markup/html.h"

#include <optional>
#include <string>
#include <vector>

namespace markup {

/// An announcement in a list: when, what, and a line or more of it.
struct NewsItem {
    std::optional<Badge> badge{};
    std::string iso_date; ///< 2026-11-23, for machines
    std::string date;     ///< "23 november 2026"
    std::string title;
    std::optional<Url> to{}; ///< absent: the whole announcement stands here
    Html body{};             ///< paragraphs
};
Html news(std::vector<NewsItem> const& items);

} // namespace markup
