#include "delivery/letter/sheet.h"

#include "delivery/letter/draw_mark.h"
#include "delivery/letter/typeface.h"
#include "foundation/fault.h"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <numbers>
#include <pango/pangocairo.h>

namespace delivery {

namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
using Font = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;
using Attributes = std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)>;
using Layout = std::unique_ptr<PangoLayout, Unref>;

cairo_status_t append(void* file, unsigned char const* bytes, unsigned int count) {
    static_cast<std::string*>(file)->append(reinterpret_cast<char const*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

/// No line may end in a hyphen that is not in the text, nor in one that is (e-mail,
/// middel-kwijt.nl): an address or a code that is typed over would come out wrong.
Attributes attributes_of(std::string_view text, Type const& type) {
    Attributes list{pango_attr_list_new(), &pango_attr_list_unref};
    pango_attr_list_insert(list.get(), pango_attr_insert_hyphens_new(FALSE));
    for (auto at = text.find('-'); at != text.npos; at = text.find('-', at + 1)) {
        PangoAttribute* const together = pango_attr_allow_breaks_new(FALSE);
        together->start_index = static_cast<guint>(at);
        together->end_index = static_cast<guint>(at + 2);
        pango_attr_list_insert(list.get(), together);
    }
    if (type.spacing > 0)
        pango_attr_list_insert(list.get(), pango_attr_letter_spacing_new(
                                               static_cast<int>(type.spacing * PANGO_SCALE)));
    return list;
}

} // namespace

struct Sheet::Drawing {
    std::string file;
    Surface surface{nullptr, &cairo_surface_destroy};
    Context cairo{nullptr, &cairo_destroy};
    std::unique_ptr<PangoContext, Unref> pango;

    Layout layout(std::string_view text, Type const& type, double width) const {
        Layout made{pango_layout_new(pango.get())};
        Font const font{pango_font_description_new(), &pango_font_description_free};
        pango_font_description_set_family_static(font.get(), typeface_name);
        pango_font_description_set_weight(font.get(),
                                          type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_absolute_size(font.get(), type.size * PANGO_SCALE);
        pango_layout_set_font_description(made.get(), font.get());
        pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(made.get(), 1.15F);
        if (width > 0)
            pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
        Attributes const attributes = attributes_of(text, type);
        pango_layout_set_attributes(made.get(), attributes.get());
        return made;
    }
};

Sheet::Sheet(std::string_view title, std::string_view language, foundation::CivilDate date)
    : drawing_(std::make_unique<Drawing>()) {
    Drawing& d = *drawing_;
    d.surface.reset(
        cairo_pdf_surface_create_for_stream(&append, &d.file, sheet_width, sheet_height));
    d.cairo.reset(cairo_create(d.surface.get()));
    d.pango.reset(pango_font_map_create_context(font_map()));
    pango_cairo_update_context(d.cairo.get(), d.pango.get());
    pango_context_set_language(d.pango.get(),
                               pango_language_from_string(std::string{language}.c_str()));
    // Positions from the font's own measures: the same on every machine and at every zoom.
    pango_context_set_round_glyph_positions(d.pango.get(), FALSE);
    cairo_pdf_surface_set_metadata(d.surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   std::string{title}.c_str());
    // The letter's own day, so that the same letter printed twice is the same file.
    cairo_pdf_surface_set_metadata(d.surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   fmt::format("{}T00:00:00Z", foundation::iso_date(date)).c_str());
    cairo_tag_begin(d.cairo.get(), "Document", nullptr);
}

Sheet::~Sheet() = default;

Sheet::Element::Element(Sheet& sheet, char const* name)
    : sheet_(sheet)
    , name_(name) {
    cairo_tag_begin(sheet_.drawing_->cairo.get(), name_, nullptr);
}

Sheet::Element::~Element() { cairo_tag_end(sheet_.drawing_->cairo.get(), name_); }

double Sheet::height_of(std::string_view text, Type const& type, double width) {
    int height = 0;
    pango_layout_get_size(drawing_->layout(text, type, width).get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

double Sheet::width_of(std::string_view text, Type const& type) {
    int width = 0;
    pango_layout_get_size(drawing_->layout(text, type, 0).get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

double Sheet::write(std::string_view text, Type const& type, Place const& place) {
    auto const layout = drawing_->layout(text, type, place.width);
    cairo_t* const cairo = drawing_->cairo.get();
    choose_colour(cairo, type.colour);
    cairo_move_to(cairo, place.x, place.y);
    pango_cairo_show_layout(cairo, layout.get());
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

void Sheet::draw(QrCode const& code, Place const& place) {
    cairo_t* const cairo = drawing_->cairo.get();
    double const module = place.width / static_cast<double>(code.size());
    choose_colour(cairo, 0x000000);
    for (std::size_t row = 0; row < code.size(); ++row)
        for (std::size_t begin = 0; begin < code.size(); ++begin) {
            std::size_t end = begin;
            while (end < code.size() && code[row][end])
                ++end;
            if (end > begin) // one rectangle for neighbours: no hairlines between them
                cairo_rectangle(cairo, place.x + static_cast<double>(begin) * module,
                                place.y + static_cast<double>(row) * module,
                                static_cast<double>(end - begin) * module, module);
            begin = end;
        }
    cairo_fill(cairo);
}

void Sheet::line(Place const& place, bool dashed, double thickness, unsigned colour) {
    cairo_t* const cairo = drawing_->cairo.get();
    double const dashes[] = {4.0, 3.0};
    cairo_set_dash(cairo, dashes, dashed ? 2 : 0, 0);
    cairo_set_line_width(cairo, thickness);
    choose_colour(cairo, colour);
    cairo_move_to(cairo, place.x, place.y);
    cairo_line_to(cairo, place.x + place.width, place.y);
    cairo_stroke(cairo);
}

void Sheet::scissors(Place const& place, unsigned colour) {
    cairo_t* const cairo = drawing_->cairo.get();
    double const unit = place.width / 12;
    cairo_set_dash(cairo, nullptr, 0, 0);
    cairo_set_line_width(cairo, unit);
    choose_colour(cairo, colour);
    for (double const side : {-1.0, 1.0}) { // a grip, and the blade that leads from it across
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, place.x + 2.2 * unit, place.y + side * 2.6 * unit, 1.8 * unit, 0,
                  2 * std::numbers::pi);
        cairo_move_to(cairo, place.x + 3.7 * unit, place.y + side * 1.7 * unit);
        cairo_line_to(cairo, place.x + place.width, place.y - side * 2.6 * unit);
    }
    cairo_stroke(cairo);
}

void Sheet::box(Place const& place, double height, double radius, unsigned colour) {
    cairo_t* const cairo = drawing_->cairo.get();
    trace_box(cairo, place.x, place.y, place.width, height, radius);
    choose_colour(cairo, colour);
    cairo_fill(cairo);
}

void Sheet::mark(Place const& place) {
    draw_mark(drawing_->cairo.get(), place.x, place.y, place.width);
}

void Sheet::next_page() { cairo_show_page(drawing_->cairo.get()); }

std::string Sheet::finished() && {
    cairo_tag_end(drawing_->cairo.get(), "Document");
    cairo_show_page(drawing_->cairo.get());
    cairo_status_t const drawn = cairo_status(drawing_->cairo.get());
    cairo_surface_finish(drawing_->surface.get());
    if (drawn != CAIRO_STATUS_SUCCESS ||
        cairo_surface_status(drawing_->surface.get()) != CAIRO_STATUS_SUCCESS)
        throw foundation::Fault(fmt::format("cairo: {}", cairo_status_to_string(drawn)));
    return std::move(drawing_->file);
}

} // namespace delivery
