#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::agency {

/// The words about how an appointment stands to what is known (P8.10, P8.11); {} stands for a name,
/// a value or a number.
struct DifferenceWords {
    std::string_view has_already, added, differs, elsewhere, value_elsewhere, cannot_approve;

    std::string_view new_heading, new_text, name_stays;

    std::string_view person_heading, person_text, column_what, column_form, column_known,
        column_difference, name, same, other, unknown;
};

DifferenceWords const& difference_words(portal::Language language);

} // namespace web::agency
