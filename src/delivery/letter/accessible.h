#pragma once
#include "foundation/civil_date.h"

#include <string>

namespace delivery {

/// What a tagged PDF must still say to be PDF/UA, and cairo 1.16 cannot.
struct PdfStatements {
    std::string title;
    std::string language; ///< "nl-NL"
    foundation::CivilDate date;
    std::string figure_alternative; ///< text for the only figure
    bool is_pdf_ua = true; ///< false where a reader fills in with a font that is not in the file
};

/// The same file with language, title shown, XMP metadata, the figure's alternative text,
/// numbered lists marked as such, and everything outside a structure element marked as decoration.
std::string accessible(std::string const& pdf, PdfStatements const& statements);

} // namespace delivery
