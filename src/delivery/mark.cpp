#include "delivery/mark.h"

#include "delivery/letter/draw_mark.h"
#include "delivery/look.h"
#include "foundation/fault.h"

#include <memory>
#include <numbers>

namespace delivery {

namespace {

constexpr MarkPoint letter_m[] = {{11, 29}, {11, 16}, {22, 24}, {33, 16}, {33, 29}};
constexpr MarkPoint underline[] = {{11, 35}, {33, 35}};
constexpr MarkStroke strokes[] = {
    {.points = letter_m, .thickness = 3.5, .colour = look::white},
    {.points = underline, .thickness = 3, .colour = look::light_petrol},
};

cairo_status_t append(void* file, unsigned char const* bytes, unsigned int count) {
    static_cast<std::string*>(file)->append(reinterpret_cast<char const*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

std::span<MarkStroke const> mark_strokes() { return strokes; }

void choose_colour(cairo_t* cairo, unsigned colour) {
    auto const part = [colour](unsigned shift) { return ((colour >> shift) & 0xffU) / 255.0; };
    cairo_set_source_rgb(cairo, part(16), part(8), part(0));
}

void trace_box(cairo_t* cairo, double x, double y, double width, double height, double radius) {
    constexpr double quarter = std::numbers::pi / 2;
    double const right = x + width - radius;
    double const bottom = y + height - radius;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right, y + radius, radius, -quarter, 0);
    cairo_arc(cairo, right, bottom, radius, 0, quarter);
    cairo_arc(cairo, x + radius, bottom, radius, quarter, 2 * quarter);
    cairo_arc(cairo, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

void draw_mark(cairo_t* cairo, double x, double y, double side) {
    double const scale = side / mark_side;
    trace_box(cairo, x, y, side, side, mark_radius * scale);
    choose_colour(cairo, look::petrol);
    cairo_fill(cairo);
    cairo_save(cairo);
    cairo_set_dash(cairo, nullptr, 0, 0);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    for (MarkStroke const& stroke : strokes) {
        for (MarkPoint const& point : stroke.points)
            cairo_line_to(cairo, x + point.x * scale, y + point.y * scale);
        choose_colour(cairo, stroke.colour);
        cairo_set_line_width(cairo, stroke.thickness * scale);
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}

std::string mark_png(int dots) {
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> const surface{
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, dots, dots), &cairo_surface_destroy};
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> const cairo{cairo_create(surface.get()),
                                                                   &cairo_destroy};
    draw_mark(cairo.get(), 0, 0, dots);
    std::string file;
    if (cairo_surface_write_to_png_stream(surface.get(), &append, &file) != CAIRO_STATUS_SUCCESS)
        throw foundation::Fault("the mark could not be drawn");
    return file;
}

} // namespace delivery
