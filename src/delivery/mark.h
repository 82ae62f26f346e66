#pragma once
#include <span>
#include <string>
#include <string_view>

namespace delivery {

/// The site's own mark (src/markup/page.cpp; a test holds the two equal): strokes with round ends
/// on a rounded square. No emblem of the state or of eHerkenning.
struct MarkPoint {
    double x = 0;
    double y = 0;
    bool operator==(MarkPoint const&) const = default;
};
struct MarkStroke {
    std::span<MarkPoint const> points;
    double thickness = 0;
    unsigned colour = 0;
};

inline constexpr double mark_side = 44;
inline constexpr double mark_radius = 8;
std::span<MarkStroke const> mark_strokes();

/// The mark as a picture of that many dots wide, for mails.
std::string mark_png(int dots);

/// Under which a mail's HTML finds the mark that travels with it.
inline constexpr std::string_view mark_content_id = "mark@mijnduo";

} // namespace delivery
