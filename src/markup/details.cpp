#include "markup/details.h"

#include "markup/heading.h"

namespace markup {

Html details(std::string_view summary, Html const& body) {
    return html(R"(<details class="app-details"><summary>{}</summary><div>{}</div></details>)",
                summary, body);
}

Html empty(Empty const& empty) {
    return html(R"(<div class="app-empty">{}{}<p>{}</p>{}</div>)", icon(empty.icon),
                heading(Level::three, empty.heading), empty.sentence, empty.action);
}

} // namespace markup
