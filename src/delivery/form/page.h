#pragma once
#include "delivery/form/fields.h"
#include "delivery/words/form_words.h"
#include "portal/catalogue/catalogue.h"

namespace delivery {

/// Writes the form, on as many sheets as the catalogue's sectors and roles need; gives the fields
/// in the order of reading.
std::vector<FormField> write_form(Sheet& sheet, FormWords const& words,
                                  portal::Catalogue const& catalogue, portal::Language language);

} // namespace delivery
