#include "delivery/letter_pdf.h"

#include "delivery/letter/accessible.h"
#include "delivery/letter/page.h"
#include "foundation/fault.h"

namespace delivery {

LetterPdf::LetterPdf() {
    if (!Sheet::has_its_font())
        throw foundation::Fault("letters need the font DejaVu Sans (Debian: fonts-dejavu-core)");
}

std::string LetterPdf::print(portal::Letter const& letter) {
    LetterText const text = letter_text(letter);
    Sheet sheet{text.title, text.language, letter.date};
    write_letter(sheet, text);
    return accessible(std::move(sheet).finished(), {.title = text.title,
                                                    .language = text.language,
                                                    .date = letter.date,
                                                    .figure_alternative = text.scan_alternative});
}

} // namespace delivery
