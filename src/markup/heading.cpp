#include "markup/heading.h"

namespace markup {

Html heading(Level level, std::string_view words, std::string_view id) {
    auto const place = Attributes{}.set_unless_empty("id", id);
    switch (level) {
    case Level::one:
        return html(R"(<h1 class="nl-heading nl-heading--level-1"{}>{}</h1>)", place, words);
    case Level::two:
        return html(R"(<h2 class="nl-heading nl-heading--level-2"{}>{}</h2>)", place, words);
    case Level::three:
        return html(R"(<h3 class="nl-heading nl-heading--level-3"{}>{}</h3>)", place, words);
    }
    return {};
}

Html heading_with_kicker(std::string_view kicker, std::string_view words) {
    return html(R"(<div><p class="nl-paragraph app-muted app-kicker">{}</p>{}</div>)", kicker,
                heading(Level::one, words));
}

Html page_head(Html const& left, Html const& right) {
    return html(R"(<div class="app-pagehead">{}{}</div>)", left, right);
}

Html paragraph(std::string_view words) { return html(R"(<p class="nl-paragraph">{}</p>)", words); }

Html lead(std::string_view words) {
    return html(R"(<p class="nl-paragraph nl-paragraph--lead">{}</p>)", words);
}

Html small_print(std::string_view words) {
    return html(R"(<p class="nl-paragraph app-small app-muted">{}</p>)", words);
}

} // namespace markup
