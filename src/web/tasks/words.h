#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::tasks {

struct Words {
    std::string_view start, to_overview, contact;
    std::string_view refused, not_granted, not_granted_advice, level, level_advice, level_button;
    std::string_view leaving, leaving_text, leaving_button;
    std::string_view steps_label, step_of, done, check;
    std::string_view next, back, keep, change, send;
    std::string_view scope, scope_hint, scope_help, scope_missing;
    std::string_view missing, missing_choice, too_long, not_a_number, too_small, too_large,
        not_a_date, not_an_address, not_a_choice, not_confirmed, not_on_one_line;
    std::string_view check_text, check_note, yes, nothing;
    std::string_view received, received_text, number, moment, sent, keep_number;
    std::string_view not_sent, changed, form_changed, check_again, sent_before;
    std::string_view sent_already, sent_as, to_receipt, not_begun, not_begun_text, unkept_text,
        begin_with, to_task;
};

Words const& words(portal::Language language);

} // namespace web::tasks
