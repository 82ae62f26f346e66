#include "markup/icon.h"

#include "markup/embedded.h"

namespace markup {
namespace {

using Drawings = std::array<Html, icon_names.size() + 1>; ///< the last one is no drawing

Drawings make_drawings() {
    auto const path = embedded_paths.icons;
    auto const sprite = Url::path("/static/{}", path.substr(path.rfind('/') + 1));
    Drawings drawings;
    for (std::size_t i = 0; i < icon_names.size(); ++i)
        drawings[i] = html(R"(<svg class="app-icon" aria-hidden="true" focusable="false">)"
                           R"(<use href="{}"></use></svg>)",
                           sprite.at(icon_names[i]));
    return drawings;
}

} // namespace

std::optional<Icon> Icon::named(std::string_view name) {
    Icon icon;
    icon.index_ = index_of(name);
    return icon.empty() ? std::nullopt : std::optional{icon};
}

Html const& icon(Icon icon) {
    static Drawings const drawings = make_drawings();
    return drawings[icon.index_];
}

} // namespace markup
