#include "delivery/letter_pdf.h"

#include "delivery/letter/accessible.h"
#include "delivery/letter/page.h"
#include "delivery/letter/typeface.h"
#include "foundation/fault.h"

namespace delivery {

LetterPdf::LetterPdf() { font_map(); }

std::vector<std::string> LetterPdf::unprintable(std::string_view text) const {
    return without_sign(text);
}

std::string LetterPdf::print(portal::Letter const& letter) {
    if (!portal::unprintable(*this, letter).empty())
        throw foundation::Fault("a letter has characters that its typeface has no sign for");
    LetterText const text = letter_text(letter);
    Sheet sheet{text.title, text.language, letter.date};
    write_letter(sheet, text);
    return accessible(std::move(sheet).finished(), {.title = text.title,
                                                    .language = text.language,
                                                    .date = letter.date,
                                                    .figure_alternative = text.scan_alternative});
}

} // namespace delivery
