#include "markup/alert.h"

#include "markup/heading.h"
#include "markup/icon.h"

namespace markup {
namespace {

struct Look {
    std::string_view suffix;
    Icon icon;
};

Look look_of(Tone tone) {
    switch (tone) {
    case Tone::info:
        return {"info", "info-circle"};
    case Tone::ok:
        return {"ok", "circle-check"};
    case Tone::warning:
        return {"warning", "alert-triangle"};
    case Tone::error:
        return {"error", "alert-circle"};
    }
    return {};
}

Html heading_of(std::string_view words) {
    return html(R"(<h2 class="nl-heading nl-heading--level-3">{}</h2>)", words);
}

} // namespace

Html alert(Alert const& alert) {
    auto const look = look_of(alert.tone);
    Attributes role;
    if (alert.announced)
        role.set("role", alert.tone == Tone::error ? "alert" : "status");
    return html(R"(<div class="utrecht-alert utrecht-alert--{}"{}>{})"
                R"(<div class="utrecht-alert__content">{}{}</div></div>)",
                look.suffix, role, icon(look.icon),
                when(!alert.heading.empty(), heading_of(alert.heading)), alert.body);
}

Html alert(Tone tone, std::string_view sentence) {
    return alert({.tone = tone, .body = paragraph(sentence)});
}

Html error_summary(std::string_view heading, std::vector<Mistake> const& mistakes) {
    if (mistakes.empty())
        return {};
    auto const links = each(mistakes, [](Mistake const& mistake) {
        return html(R"(<li><a class="nl-link" href="{}">{}</a></li>)",
                    Url::fragment(mistake.field_id), mistake.words);
    });
    return html(R"(<div class="utrecht-alert utrecht-alert--error" role="group")"
                R"( aria-labelledby="mistakes">{}<div class="utrecht-alert__content">)"
                R"(<h2 class="nl-heading nl-heading--level-3" id="mistakes" tabindex="-1")"
                R"( autofocus data-focus="">{}</h2><ul>{}</ul></div></div>)",
                icon("alert-circle"), heading, links);
}

} // namespace markup
