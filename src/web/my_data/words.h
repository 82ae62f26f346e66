#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::my_data {

struct Words {
    std::string_view my_data, responsible, change;
    std::string_view saved, address_changed, sessions_ended, address_cancelled, code_sent_again;
    std::string_view contact, name, name_note, address, phone, function, language, dutch, english,
        nothing;
    std::string_view waiting, waiting_link; ///< "Wij hebben een code gestuurd naar {}."
    std::string_view account, username, organisation, administrator, nobody, means, linked_on,
        last_sign_in, never, lapses, lapses_text, switch_account;
    std::string_view level_3, level_4;
    std::string_view roles, roles_note, no_roles, role, holds_for, since, until, granted_by, no_end,
        whole_organisation;
    std::string_view sessions, sessions_text, started, seen, this_one, other_one, which, end_others;
    std::string_view lost, lost_text, lost_link, lost_ask;
    std::string_view change_contact, phone_hint, phone_help, phone_wrong, function_help,
        function_wrong, language_help, language_missing;
    std::string_view change_address, address_text, new_address, address_hint, address_help,
        address_wrong, address_local_part, address_taken, address_same, address_too_many,
        address_had_many, send_code;
    std::string_view enter_code, enter_code_text, code, code_hint, code_help, code_typo,
        code_missing, code_wrong, code_wrong_last, code_expired, code_too_many, confirm, no_mail,
        send_again, cancel_change;
};

Words const& words(portal::Language language);

} // namespace web::my_data
