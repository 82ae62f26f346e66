#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::signing_in {

/// Of the pages between coming back from the broker and being let in (P3.10).
struct WaitingWords {
    std::string_view waiting, waiting_text, look;
};

WaitingWords const& waiting_words(portal::Language language);

} // namespace web::signing_in
