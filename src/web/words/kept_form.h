#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::words {

struct KeptPage {
    std::string_view heading;
    std::string_view explanation;
    std::string_view button;
};

/// The words around a form that is kept when its session cannot go on (P3.5).
struct KeptForm {
    std::string_view until; ///< "U bent ingelogd tot {}"
    std::string_view until_text;
    std::string_view keep_and_sign_in;
    KeptPage older;
    KeptPage ended;
};

KeptForm const& kept_form(portal::Language language);

} // namespace web::words
