#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::linking {

/// The words of the linking process. Headings, buttons and hints are the manual's (1.2), word for
/// word.
struct Words {
    std::string_view process;
    std::string_view steps_label;
    std::string_view step_of; ///< "Stap {} van 5"
    std::string_view done;
    std::string_view step_1, step_2, step_3, step_4, step_5;
    std::string_view before, welcome, needed, note_heading, note, situation, have_both, have_not,
        situation_missing, cancel;
    std::string_view disclaimer, fraud_heading, fraud, privacy_heading, privacy, agree,
        agree_missing, previous;
    std::string_view terms, terms_text, terms_link;
    std::string_view combination, username, username_hint, username_help, username_typo,
        username_missing, code, code_hint, code_help, code_typo, code_missing, link;
    std::string_view failed, wrong, tries_left, try_left, then_block;
    std::string_view blocked, blocked_text, blocked_from, blocked_advice;
    std::string_view expired, expired_text, expired_advice;
    std::string_view in_use, in_use_text, level, level_text;
    std::string_view linked, linked_kicker, linked_text, linked_further;
    std::string_view no_code, no_code_text, no_code_username, no_code_code, request_heading,
        request_text, request, requested, requested_too_often, back;
    std::string_view help_heading, help_text;
};

Words const& words(portal::Language language);

} // namespace web::linking
