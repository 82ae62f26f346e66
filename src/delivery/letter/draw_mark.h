#pragma once
#include <cairo.h>

namespace delivery {

/// Draws the site's mark with its left upper corner at the place.
void draw_mark(cairo_t* cairo, double x, double y, double side);

/// The colour (0xrrggbb) in which is drawn from now on.
void choose_colour(cairo_t* cairo, unsigned colour);

/// The outline of a rectangle with round corners.
void trace_box(cairo_t* cairo, double x, double y, double width, double height, double radius);

} // namespace delivery
