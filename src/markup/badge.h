#pragma once
#include "markup/html.h"
#include "markup/icon.h"

#include <cstdint>
#include <string>

namespace markup {

enum class BadgeTone : std::uint8_t { neutral, info, ok, warn, err };

/// A status: always a drawing and a word, for colour alone says nothing to some.
struct Badge {
    BadgeTone tone;
    Icon icon;
    std::string label;
};
Html badge(Badge const& badge);

} // namespace markup
