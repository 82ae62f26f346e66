#pragma once
#include "portal/catalogue/catalogue.h"

#include <string>

namespace delivery {

/// The form 'Aanmelding en wijziging beheerder' (P2.1) as a PDF with fields to fill in: tagged,
/// with a language, a title, and for each field a name, words that a screen reader says, and its
/// place in the order of reading. Sectors and administrator roles are the catalogue's. The same
/// catalogue gives the same bytes.
std::string appointment_form(portal::Catalogue const& catalogue, portal::Language language);

} // namespace delivery
