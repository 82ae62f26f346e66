#include "markup/pagination.h"

#include "markup/icon.h"

namespace markup {
namespace {

Url page_url(Pagination const& pagination, std::size_t number) {
    return pagination.to.with(pagination.field, number);
}

Html number_of(Pagination const& pagination, std::size_t number) {
    bool const current = number == pagination.current;
    Attributes here;
    if (current)
        here.set("aria-current", "page");
    return html(R"(<li><a class="utrecht-pagination__page-link{} nl-link" href="{}"{}>)"
                R"(<span class="app-hidden">{}</span>{}</a></li>)",
                current ? " utrecht-pagination__page-link--current" : "",
                page_url(pagination, number), here, pagination.page, number);
}

bool is_shown(Pagination const& pagination, std::size_t number) {
    auto const distance =
        number > pagination.current ? number - pagination.current : pagination.current - number;
    return number == 1 || number == pagination.last || distance <= 1;
}

Html numbers(Pagination const& pagination) {
    Html all;
    bool gap = false;
    for (std::size_t number = 1; number <= pagination.last; ++number) {
        if (is_shown(pagination, number)) {
            all += number_of(pagination, number);
            gap = false;
        } else if (!gap) {
            all += html(R"(<li class="app-pagination__gap">&hellip;</li>)");
            gap = true;
        }
    }
    return all;
}

Html previous(Pagination const& pagination) {
    return html(R"(<li><a class="utrecht-pagination__relative-link nl-link" href="{}" rel="prev">)"
                R"({}{}</a></li>)",
                page_url(pagination, pagination.current - 1), icon("chevron-left"),
                pagination.previous);
}

Html next(Pagination const& pagination) {
    return html(R"(<li><a class="utrecht-pagination__relative-link nl-link" href="{}" rel="next">)"
                R"({}{}</a></li>)",
                page_url(pagination, pagination.current + 1), pagination.next,
                icon("chevron-right"));
}

} // namespace

Html pagination(Pagination const& pagination) {
    auto const summary = html(R"(<span class="app-small app-muted">{}</span>)", pagination.summary);
    if (pagination.last <= 1)
        return html(R"(<p class="app-pagination">{}</p>)", summary);
    return html(R"(<nav class="app-pagination utrecht-pagination" aria-label="{}">{})"
                R"(<ul>{}{}{}</ul></nav>)",
                pagination.label, summary, pagination.current > 1 ? previous(pagination) : Html{},
                numbers(pagination),
                pagination.current < pagination.last ? next(pagination) : Html{});
}

Html results(std::string_view words) {
    return html(R"(<p class="app-small app-muted" role="status">{}</p>)", words);
}

} // namespace markup
