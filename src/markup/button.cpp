#include "markup/button.h"

namespace markup {
namespace {

std::string classes_of(Button const& button) {
    std::string classes = "nl-button";
    switch (button.weight) {
    case Weight::primary:
        classes += " nl-button--primary";
        break;
    case Weight::secondary:
        classes += " nl-button--secondary";
        break;
    case Weight::subtle:
        classes += " nl-button--subtle";
        break;
    }
    if (button.negative)
        classes += " nl-button--negative";
    if (button.compact)
        classes += " nl-button--compact";
    return classes;
}

Html face_of(Button const& button) {
    auto const drawing =
        html(R"(<span class="nl-button__icon-start">{}</span>)", icon(button.icon));
    return html(R"({}<span class="nl-button__label">{}</span>)",
                when(!button.icon.empty(), drawing), button.label);
}

} // namespace

Html button(Button const& button) {
    Attributes sent;
    if (!button.name.empty())
        sent.set("name", button.name).set("value", button.value);
    return html(R"(<button class="{}" type="submit"{}>{}</button>)", classes_of(button), sent,
                face_of(button));
}

Html button_link(Button const& button, Url const& to, Attributes const& more) {
    return html(R"(<a class="{}" href="{}"{}>{}</a>)", classes_of(button), to, more,
                face_of(button));
}

Html hidden(Hidden const& field) {
    return html(R"(<input type="hidden" name="{}" value="{}">)", field.name, field.value);
}

Html post_button(PostButton const& form) {
    return html(R"(<form method="post" action="{}">{}{}</form>)", form.to,
                each(form.hidden, hidden), button(form.button));
}

Html actions(Html const& buttons) { return html(R"(<div class="app-actions">{}</div>)", buttons); }

Html or_link(std::string_view or_word, std::string_view label, Url const& to) {
    return html("<span>{} {}</span>", or_word, link(label, to));
}

Html link(std::string_view label, Url const& to) {
    return html(R"(<a class="nl-link" href="{}">{}</a>)", to, label);
}

Html icon_links(std::vector<IconLink> const& links) {
    return html(R"(<ul class="app-links">{}</ul>)", each(links, [](IconLink const& one) {
                    return html(R"(<li><a class="nl-link" href="{}">{}<span>{}</span></a></li>)",
                                one.to, icon(one.icon), one.label);
                }));
}

} // namespace markup
