#pragma once
#include "markup/html.h"
#include "markup/icon.h"

#include <string>
#include <string_view>

namespace markup {

/// Something that unfolds; nothing indispensable.
Html details(std::string_view summary, Html const& body);

/// Nothing here yet: says what will come and how.
struct Empty {
    Icon icon;
    std::string heading;
    std::string sentence;
    Html action{};
};
Html empty(Empty const& empty);

} // namespace markup
