#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::administration {

/// The words of the administrator's pages; {} stands for a name, a number or a date.
struct Words {
    std::string_view group, users, registration, not_there;

    std::string_view list_label, search, status, filter_all, filter_not_linked, filter_linked,
        filter_ended, search_button, found_one, found_many, range, pages_label, page_number,
        previous, next;
    std::string_view column_name, column_mail, column_status, column_registered, column_last;
    std::string_view sorted_up, sorted_down, sort, wants_code, requests_one, requests_many,
        request_line, nobody, nobody_text, none_found, none_found_text, meanings;

    std::string_view register_lead, means, means_missing, register_button, register_kept,
        register_afresh;
    std::string_view name, name_hint, name_missing, name_too_long, name_unprintable, name_character,
        name_address, mail, mail_hint, mail_help, mail_wrong, mail_local_part, mail_taken, phone,
        phone_hint, phone_wrong, function, function_hint, function_too_long, language,
        language_hint, language_missing, dutch, english;

    std::string_view username, how_far, milestone_invited, invited_on, milestone_letter,
        letter_make, letter_made_on, letter_give, letter_given_on, milestone_code, code_next,
        code_requested_on, code_holds, code_expired, milestone_linked, link_next, linked_on,
        link_lapses, link_lapsed, done, blocked_heading, blocked_text;
    std::string_view data, data_means, data_means_value, data_registered, data_last_login,
        data_administrator, data_ended;
    std::string_view print_letter, print_again, record_hand_over, send_code, lift_block, unlink,
        end, roles, roles_text, no_roles, no_roles_text, grant_button, column_role,
        column_attributes, column_from, column_until, column_withdraw, withdraw_link, no_end,
        everywhere;

    std::string_view letter_title, letter_text, letter_again_heading, letter_again, letter_opens,
        letter_button, letter_unprintable_heading, letter_unprintable;
    std::string_view hand_over_title, hand_over_text, hand_over_date, date_hint, date_wrong,
        hand_over_button;
    std::string_view unlink_title, unlink_text, unlink_reason, unlink_missing, reason_lost,
        reason_stolen, reason_broken, reason_other, note, note_hint, unlink_button;
    std::string_view end_title, end_text, reason, end_hint, reason_missing, reason_too_long,
        end_button;
    std::string_view withdraw_title, withdraw_text, withdraw_lost, withdraw_nothing_lost,
        withdraw_hint, withdraw_button;

    std::string_view grant_title, grant_which, grant_help, grant_missing, grant_none,
        attribute_hint, attribute_missing, attribute_none, choose, from, from_hint, until,
        until_hint, grant_reason_hint, to_effect, other_role, effect_title, effect_sentence,
        effect_until, effect_later, effect_attribute, effect_gained, effect_kept, effect_none,
        effect_save, effect_change;

    std::string_view done_registered, done_handed_over, done_code, done_lifted, done_unlinked,
        done_ended, done_granted, done_withdrawn;
};

Words const& words(portal::Language language);

extern Words const dutch_words;
extern Words const english_words;

} // namespace web::administration
