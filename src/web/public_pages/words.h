#pragma once
#include "portal/language.h"

#include <span>
#include <string_view>

namespace web::public_pages {

/// A page that is only text: headings with paragraphs.
struct Passage {
    std::string_view heading; ///< empty: goes on under the one before
    std::string_view text;
};
struct TextPage {
    std::string_view heading;
    std::string_view lead;
    std::span<Passage const> passages;
};

struct Words {
    std::string_view sign_in, choose_sector, first_time, first_time_text, problems_short,
        other_sector, with_means, with_means_text, what_needed, what_needed_text, disturbance,
        disturbance_text;
    std::string_view contact, contact_text, contact_mail, contact_phone, contact_hours;
    std::string_view revoke, revoke_text, revoke_code, revoke_hint, revoke_help, revoke_missing,
        revoke_typo, revoke_button, revoked, revoked_text;
    std::string_view signed_out, signed_out_text, session_over, session_over_text,
        session_over_kept, sign_in_again;
    std::string_view form_heading, form_text, form_link;
    TextPage problems, terms, privacy, cookies, accessibility;
};

Words const& words(portal::Language language);

} // namespace web::public_pages
