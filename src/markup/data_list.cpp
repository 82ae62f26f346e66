#include "markup/data_list.h"

namespace markup {
namespace {

Html change_of(Change const& change) {
    return html(
        R"(<dd><a class="nl-link" href="{}">{}<span class="app-hidden"> {}</span></a></dd>)",
        change.to, change.label, change.subject);
}

Html datum_of(Datum const& datum) {
    return html(R"(<div><dt class="utrecht-data-list__item-key">{}</dt>)"
                R"(<dd class="utrecht-data-list__item-value)"
                R"( utrecht-data-list__item-value--html-dd">{}</dd>{}</div>)",
                datum.key, datum.value, datum.change ? change_of(*datum.change) : Html{});
}

} // namespace

Html data_list(std::vector<Datum> const& data) {
    return html(R"(<dl class="app-data utrecht-data-list">{}</dl>)", each(data, datum_of));
}

Html stacked_data_list(std::vector<Datum> const& data) {
    auto const pair_of = [](Datum const& datum) {
        return html("<div><dt>{}</dt><dd>{}</dd>{}</div>", datum.key, datum.value,
                    datum.change ? change_of(*datum.change) : Html{});
    };
    return html(R"(<dl class="app-data app-data--stack">{}</dl>)", each(data, pair_of));
}

Html meanings(std::vector<Meaning> const& meanings) {
    auto const meaning_of = [](Meaning const& one) {
        return html("<div><dt>{}</dt><dd>{}</dd></div>", one.term, one.words);
    };
    return html(R"(<dl class="app-data">{}</dl>)", each(meanings, meaning_of));
}

Html mono(std::string_view code) { return html(R"(<span class="app-mono">{}</span>)", code); }

Html moment(std::string_view iso, std::string_view words) {
    return html(R"(<time datetime="{}">{}</time>)", iso, words);
}

} // namespace markup
