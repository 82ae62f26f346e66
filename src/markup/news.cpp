#include "markup/news.h"

#include "markup/button.h"

namespace markup {

Html news(std::vector<NewsItem> const& items) {
    auto const item_of = [](NewsItem const& item) {
        return html(R"(<li><p class="app-news__meta">{}<time datetime="{}">{}</time></p>{}{}</li>)",
                    item.badge ? badge(*item.badge) : Html{}, item.iso_date, item.date,
                    item.to ? link(item.title, *item.to) : html("<strong>{}</strong>", item.title),
                    item.body);
    };
    return html(R"(<ul class="app-news">{}</ul>)", each(items, item_of));
}

} // namespace markup
