#pragma once
#include "markup/html.h"

#include <string>
#include <string_view>

namespace markup {

enum class Level { one = 1, two, three };

/// A heading; with an id where a link or an aria-labelledby points at it.
Html heading(Level level, std::string_view words, std::string_view id = {});

/// The heading of a page in a process, with the name of the process above it.
Html heading_with_kicker(std::string_view kicker, std::string_view words);

/// Words at the start of the line and an action at its end.
Html page_head(Html const& left, Html const& right);

Html paragraph(std::string_view words);
Html lead(std::string_view words);
Html small_print(std::string_view words);

} // namespace markup
