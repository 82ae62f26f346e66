#include "markup/badge.h"

namespace markup {
namespace {

std::string_view suffix_of(BadgeTone tone) {
    switch (tone) {
    case BadgeTone::neutral:
        return "neutral";
    case BadgeTone::info:
        return "info";
    case BadgeTone::ok:
        return "ok";
    case BadgeTone::warn:
        return "warn";
    case BadgeTone::err:
        return "err";
    }
    return "";
}

} // namespace

Html badge(Badge const& badge) {
    return html(R"(<span class="utrecht-status-badge app-badge--{}">{}{}</span>)",
                suffix_of(badge.tone), icon(badge.icon), badge.label);
}

} // namespace markup
