#pragma once
#include "markup/html.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace markup {

enum class Spacing : std::uint8_t { normal, small, large };

/// Pieces below each other at one distance: the rhythm of every page.
Html stack(Html const& pieces, Spacing spacing = Spacing::normal);
/// The same, no wider than a line that reads well (44 rem).
Html narrow(Html const& pieces);
/// A part of a page under its own heading (level two unless the page says otherwise).
struct Section {
    std::string id;
    std::string heading;
    Html body;
    Spacing spacing = Spacing::normal;
};
Html section(Section const& section);

enum class CardLook : std::uint8_t { plain, topline, flat };
Html card(CardLook look, Html const& pieces);
/// A section that is a card.
Html card_section(CardLook look, Section const& section);

/// Two columns beside each other on a wide screen, the first a little wider.
Html two_columns(Html const& first, Html const& second);
/// Cards or sections in as many equal columns as fit.
Html grid_of_sections(Html const& sections);
Html rule();

} // namespace markup
