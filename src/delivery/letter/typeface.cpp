#include "delivery/letter/typeface.h"

#include "foundation/fault.h"

#include <algorithm>
#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <memory>
#include <pango/pangofc-fontmap.h>
#include <set>
#include <sys/mman.h>
#include <unistd.h>

namespace delivery {

namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
using Configuration = std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)>;

/// A file in memory that stays open as long as the program runs: fontconfig and FreeType know a
/// font by its path, and read it again and again.
std::string path_of(std::string_view font) {
    int const file = ::memfd_create("mijnduo-font", MFD_CLOEXEC);
    if (file < 0 || ::write(file, font.data(), font.size()) != std::ssize(font))
        throw foundation::Fault("no room in memory for the font of letters");
    return fmt::format("/proc/self/fd/{}", file);
}

/// A configuration that knows no folder and no rule of the machine.
Configuration own_fonts() {
    Configuration made{FcConfigCreate(), &FcConfigDestroy};
    for (std::string_view const font : embedded_fonts()) {
        std::string const path = path_of(font);
        if (!FcConfigAppFontAddFile(made.get(), reinterpret_cast<FcChar8 const*>(path.c_str())))
            throw foundation::Fault("the font of letters cannot be read at " + path);
    }
    return made;
}

std::unique_ptr<PangoFontMap, Unref> made_font_map() {
    static Configuration const fonts = own_fonts();
    std::unique_ptr<PangoFontMap, Unref> map{
        pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), fonts.get());
    return map;
}

/// The letter with its marks that begins at or before this byte.
std::string character_at(PangoLayout* layout, std::string_view text, std::size_t at) {
    int count = 0;
    PangoLogAttr const* const attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    std::size_t begin = 0;
    std::size_t byte = 0;
    for (int n = 0; n + 1 < count; ++n) {
        if (attributes[n].is_cursor_position) {
            if (byte > at)
                break;
            begin = byte;
        }
        byte = static_cast<std::size_t>(g_utf8_next_char(text.data() + byte) - text.data());
    }
    return std::string{text.substr(begin, byte - begin)};
}

/// The bytes at which pango found no sign. A set: what is read from right to left is laid out from
/// its end.
std::set<std::size_t> places_without_sign(PangoLayout* layout) {
    std::set<std::size_t> places;
    std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> const place{
        pango_layout_get_iter(layout), &pango_layout_iter_free};
    do {
        PangoLayoutRun const* const run = pango_layout_iter_get_run_readonly(place.get());
        for (int n = 0; run && n < run->glyphs->num_glyphs; ++n)
            if ((run->glyphs->glyphs[n].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
                places.insert(static_cast<std::size_t>(run->item->offset) +
                              static_cast<std::size_t>(run->glyphs->log_clusters[n]));
    } while (pango_layout_iter_next_run(place.get()));
    return places;
}

} // namespace

PangoFontMap* font_map() {
    thread_local auto const map = made_font_map();
    return map.get();
}

std::vector<std::string> without_sign(std::string_view wanted) {
    std::unique_ptr<PangoContext, Unref> const context{pango_font_map_create_context(font_map())};
    std::unique_ptr<PangoLayout, Unref> const layout{pango_layout_new(context.get())};
    std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> const font{
        pango_font_description_from_string(typeface_name), &pango_font_description_free};
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), wanted.data(), static_cast<int>(wanted.size()));
    std::string_view const text = pango_layout_get_text(layout.get());

    std::vector<std::string> missing;
    for (std::size_t const at : places_without_sign(layout.get())) {
        auto character = character_at(layout.get(), text, at);
        if (std::ranges::find(missing, character) == missing.end())
            missing.push_back(std::move(character));
    }
    return missing;
}

} // namespace delivery
