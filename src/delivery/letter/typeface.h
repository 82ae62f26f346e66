#pragma once
#include <pango/pangocairo.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace delivery {

/// The site's typeface in all its weights, in this program (made by frontend/letter_fonts.py).
std::span<std::string_view const> embedded_fonts();

inline constexpr char const* typeface_name = "Source Sans 3";

/// Fonts to lay text out with: those in this program, whatever the machine has. One for each
/// thread, because pango's are not to be shared. Throws Fault when they cannot be read.
PangoFontMap* font_map();

/// What of this text the typeface has no sign for, as one reads it: a letter with its marks. Each
/// once, in the order of the text.
std::vector<std::string> without_sign(std::string_view text);

} // namespace delivery
