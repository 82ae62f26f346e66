#pragma once
#include "markup/html.h"
#include "markup/icon.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace markup {

/// A step of the path to this page; the page itself comes last and has no address.
struct Crumb {
    std::string label;
    std::optional<Url> to{};
};
Html breadcrumb(std::string_view label, std::vector<Crumb> const& crumbs);

struct NavigationItem {
    Icon icon;
    std::string label;
    Url to;
    bool current = false;
};
struct NavigationGroup {
    std::string heading{}; ///< empty: none
    std::vector<NavigationItem> items;
};
/// A menu that folds on a small screen and stays open on a wide one.
struct SideNavigation {
    std::string title{}; ///< "Onderwerpen"
    std::vector<NavigationGroup> groups{};
};
Html side_navigation(SideNavigation const& navigation);

struct FooterLink {
    std::string label;
    Url to;
};

/// The narrow column beside the page: a heading and what stands under it.
struct Aside {
    std::string id;
    std::string heading;
    Html body;
    bool card = true;
};
Html aside(Aside const& aside);

} // namespace markup
