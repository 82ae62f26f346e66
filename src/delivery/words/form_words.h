#pragma once
#include "foundation/civil_date.h"
#include "portal/language.h"

#include <string_view>

namespace delivery {

/// The day of the form's present edition: it stands in the file, so that equal forms are equal
/// bytes.
inline constexpr foundation::CivilDate form_edition{std::chrono::year{2026}, std::chrono::month{11},
                                                    std::chrono::day{25}};

/// The words of the form 'Aanmelding en wijziging beheerder'.
struct FormWords {
    std::string_view product, title, lead, send, purpose, purpose_new, purpose_change, purpose_end,
        organisation, organisation_name, kvk, rsin, sectors, attributes, person, name, function,
        email, phone, language, dutch, english, roles, signing, declaration, signatory,
        signatory_function, place, date, signature;
};

FormWords const& form_words(portal::Language language);

} // namespace delivery
