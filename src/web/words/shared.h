#pragma once
#include "portal/language.h"

#include <string>
#include <string_view>

namespace web::words {

/// The words that more than one room uses. A struct without defaults: a sentence that is missing in
/// a language does not compile.
struct Shared {
    std::string_view language_code;
    std::string_view agency;
    std::string_view skip_to_content;
    std::string_view test_band;
    std::string_view test_footer;
    std::string_view mistake_in_title;
    std::string_view error;
    std::string_view help_about;
    std::string_view not_required;
    std::string_view all_required;
    std::string_view breadcrumb;
    std::string_view to_overview_of;
    std::string_view overview;
    std::string_view log_out;
    std::string_view about_this_site;
    std::string_view other_language;
    std::string_view topics;
    std::string_view or_word;
    std::string_view continue_label;
    std::string_view cancel;
    std::string_view save;
    std::string_view back;
    std::string_view contact;
    std::string_view problems;
    std::string_view privacy;
    std::string_view cookies;
    std::string_view accessibility;
    std::string_view terms;
    std::string_view summary_heading;
    std::string_view session_heading;
    std::string_view session_explanation;
    std::string_view session_extend;
    std::string_view renewal_heading;
    std::string_view renewal_explanation;
    std::string_view renewal_keeps; ///< the same on a page with a form that is kept
    std::string_view renewal_button;
    std::string_view renewal_later;
    std::string_view incident; ///< "Referentienummer"
    std::string_view at_time;  ///< "om" in "23 november 2026 om 14.32 uur"
    std::string_view oclock;   ///< " uur"
};

Shared const& shared(portal::Language language);

} // namespace web::words
