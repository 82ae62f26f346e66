#include "markup/navigation.h"

namespace markup {
namespace {

Html item_of(NavigationItem const& item) {
    Attributes current;
    if (item.current)
        current.set("aria-current", "page");
    return html(R"(<li class="denhaag-side-navigation__item">)"
                R"(<a class="denhaag-side-navigation__link" href="{}"{}>{})"
                R"(<span class="denhaag-side-navigation__link-label">{}</span></a></li>)",
                item.to, current, icon(item.icon), item.label);
}

Html group_of(NavigationGroup const& group) {
    auto const heading = html(R"(<p class="app-sidenav__group">{}</p>)", group.heading);
    return html(R"({}<ul class="denhaag-side-navigation__list">{}</ul>)",
                when(!group.heading.empty(), heading), each(group.items, item_of));
}

} // namespace

Html breadcrumb(std::string_view label, std::vector<Crumb> const& crumbs) {
    if (crumbs.empty())
        return {};
    Html steps;
    for (auto const& crumb : crumbs) {
        auto const arrow = when(!steps.empty(), icon("chevron-right"));
        steps += crumb.to ? html(R"(<li>{}<a class="nl-link" href="{}">{}</a></li>)", arrow,
                                 *crumb.to, crumb.label)
                          : html(R"(<li>{}<span aria-current="page">{}</span></li>)", arrow,
                                 crumb.label);
    }
    return html(R"(<div class="app-wrap"><nav class="app-breadcrumb utrecht-breadcrumb-nav")"
                R"( aria-label="{}"><ol>{}</ol></nav></div>)",
                label, steps);
}

Html side_navigation(SideNavigation const& navigation) {
    return html(R"(<details class="app-sidenav" id="menu"><summary>{}{}{}</summary>)"
                R"(<nav aria-labelledby="menu-title">)"
                R"(<h2 class="nl-heading nl-heading--level-3 app-sidenav__title")"
                R"( id="menu-title">{}</h2>)"
                R"(<div class="denhaag-side-navigation">{}</div></nav></details>)",
                icon("menu-2"), navigation.title, icon("chevron-down"), navigation.title,
                each(navigation.groups, group_of));
}

Html aside(Aside const& aside) {
    // Level two by rank, small by look: it follows the h1 of the page.
    auto const words = html(R"(<h2 class="nl-heading nl-heading--level-3" id="{}">{}</h2>)",
                            aside.id, aside.heading);
    auto const card = html(R"(<section class="app-card app-card--flat app-card--tight app-stack)"
                           R"( app-stack--sm">{}{}</section>)",
                           words, aside.body);
    auto const bare = html(R"(<div class="app-stack app-stack--sm">{}{}</div>)", words, aside.body);
    return html(R"(<aside aria-labelledby="{}">{}</aside>)", aside.id, aside.card ? card : bare);
}

} // namespace markup
