#pragma once
#include "delivery/letter/qr.h"
#include "delivery/look.h"
#include "foundation/civil_date.h"

#include <memory>
#include <string>
#include <string_view>

namespace delivery {

/// All measures in points of 1/72 inch, from the left upper corner.
inline constexpr double sheet_width = 595.276;
inline constexpr double sheet_height = 841.89;

struct Place {
    double x = 0;
    double y = 0;
    double width = 0;
};

struct Type {
    double size = 10;
    bool bold = false;
    double spacing = 0; ///< extra, between letters
    unsigned colour = look::ink;
};

/// Sheets of A4 (a letter is one) in the site's typeface, with text and figures, each inside a
/// structure element so that a screen reader gets them in the order in which they are written.
/// Lines and boxes are decoration: outside any element.
class Sheet {
public:
    Sheet(std::string_view title, std::string_view language, foundation::CivilDate date);
    ~Sheet();
    Sheet(Sheet const&) = delete;
    Sheet& operator=(Sheet const&) = delete;

    /// An element that holds what is written until the Element ends. Only names that PDF knows.
    class Element {
    public:
        Element(Sheet& sheet, char const* name);
        ~Element();
        Element(Element const&) = delete;
        Element& operator=(Element const&) = delete;

    private:
        Sheet& sheet_;
        char const* name_;
    };

    /// How high the text becomes at that width.
    double height_of(std::string_view text, Type const& type, double width);
    double width_of(std::string_view text, Type const& type);

    /// Writes at the place, in the innermost element; returns the height taken.
    double write(std::string_view text, Type const& type, Place const& place);
    void draw(QrCode const& code, Place const& place);

    void line(Place const& place, bool dashed, double thickness, unsigned colour);
    /// To show where to cut: open to the right, the place at half their height.
    void scissors(Place const& place, unsigned colour);
    void box(Place const& place, double height, double radius, unsigned colour);
    /// The site's mark, as wide as the place; decoration too: its name stands beside it.
    void mark(Place const& place);

    /// Goes on at another sheet; between two elements.
    void next_page();

    /// The file. Nothing can be written after it.
    std::string finished() &&;

private:
    struct Drawing;
    std::unique_ptr<Drawing> drawing_;
};

} // namespace delivery
