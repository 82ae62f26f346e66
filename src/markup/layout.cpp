#include "markup/layout.h"

#include "markup/heading.h"

namespace markup {
namespace {

std::string_view class_of(Spacing spacing) {
    switch (spacing) {
    case Spacing::normal:
        return "app-stack";
    case Spacing::small:
        return "app-stack app-stack--sm";
    case Spacing::large:
        return "app-stack app-stack--lg";
    }
    return "";
}

std::string_view class_of(CardLook look) {
    switch (look) {
    case CardLook::plain:
        return "app-card";
    case CardLook::topline:
        return "app-card app-card--topline";
    case CardLook::flat:
        return "app-card app-card--flat";
    }
    return "";
}

} // namespace

Html stack(Html const& pieces, Spacing spacing) {
    return html(R"(<div class="{}">{}</div>)", class_of(spacing), pieces);
}

Html narrow(Html const& pieces) {
    return html(R"(<div class="app-stack app-narrow">{}</div>)", pieces);
}

Html section(Section const& section) {
    return html(R"(<section class="{}" aria-labelledby="{}">{}{}</section>)",
                class_of(section.spacing), section.id,
                heading(Level::two, section.heading, section.id), section.body);
}

Html card(CardLook look, Html const& pieces) {
    return html(R"(<div class="{} app-stack">{}</div>)", class_of(look), pieces);
}

Html card_section(CardLook look, Section const& section) {
    return html(R"(<section class="{} {}" aria-labelledby="{}">{}{}</section>)", class_of(look),
                class_of(section.spacing), section.id,
                heading(Level::two, section.heading, section.id), section.body);
}

Html two_columns(Html const& first, Html const& second) {
    return html(R"(<div class="app-cols app-cols--2">{}{}</div>)", first, second);
}

Html grid_of_sections(Html const& sections) {
    return html(R"(<div class="app-grid app-grid--2">{}</div>)", sections);
}

Html rule() { return html(R"(<hr class="app-hr">)"); }

} // namespace markup
