#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::agency {

/// The words about the scan of the signed form; {} stands for a size, a name, a moment, a date.
struct SignedFormWords {
    std::string_view heading, attached, about, erased, attach_text, field, hint, help, button,
        none_chosen, empty, too_large, other_kind, cut_off, compare, done, download_blank;
};

SignedFormWords const& signed_form_words(portal::Language language);

} // namespace web::agency
