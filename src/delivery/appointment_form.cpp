#include "delivery/appointment_form.h"

#include "delivery/form/page.h"
#include "delivery/letter/accessible.h"
#include "delivery/words/form_words.h"

namespace delivery {

std::string appointment_form(portal::Catalogue const& catalogue, portal::Language language) {
    auto const& words = form_words(language);
    bool const dutch = language == portal::Language::dutch;
    PdfStatements const statements{.title = std::string{words.title},
                                   .language = dutch ? "nl-NL" : "en-GB",
                                   .date = form_edition,
                                   .figure_alternative = {},
                                   .is_pdf_ua = false};
    Sheet sheet{statements.title, statements.language, statements.date};
    auto const fields = write_form(sheet, words, catalogue, language);
    return with_fields(accessible(std::move(sheet).finished(), statements), fields);
}

} // namespace delivery
