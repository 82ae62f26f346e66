#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::agency {

/// The words of the staff's pages; {} stands for a name, a number or a date.
struct Words {
    std::string_view desk, desk_lead, waiting, waiting_none, waiting_none_text, waiting_more,
        appointments, appointments_range, enter, organisations, to_organisations,
        to_organisations_text, to_appointments, to_appointments_text, enter_text;

    std::string_view list_label, search, search_button, found_one, found_many, range, pages_label,
        page_number, previous, next, none_found, none_found_text, column_name, column_sectors,
        column_numbers, column_status, active, ended;

    std::string_view data, kvk, rsin, sectors, attributes, no_attributes, admitted, administrators,
        no_administrators, no_administrators_text, others_administrators, column_mail, column_last,
        column_acts, print_letter, send_code, letter_note, not_there, end_text, last_of_roles,
        reason_hint;

    std::string_view column_organisation, column_person, column_entered, column_state,
        state_waiting, state_approved, state_declined, all_none, all_none_text;

    std::string_view form_lead, organisation_heading, organisation, organisation_hint,
        organisation_help, organisation_missing, kvk_hint, kvk_help, kvk_wrong, rsin_hint,
        rsin_wrong, sector_hint, sector_missing, attribute_label, attribute_hint, attribute_help,
        attribute_line, attribute_doubled, attribute_many, signatory_heading, signatory,
        signatory_hint, signatory_help, signatory_missing, signatory_unprintable,
        organisation_unprintable, letter_unprintable, person_heading, role, role_hint, role_missing,
        submit;

    std::string_view appointment, appointment_of, entered_by, entered_at, decided_by, reason,
        known_heading, known_text, approve, approve_text, decline, decline_text, decline_reason,
        decline_hint, decide, others_decide, to_organisation, address_taken;

    std::string_view keys, keys_lead, key_what, key_mark, key_until, key_days, key_signing,
        key_next_signing, key_decryption, key_client, key_broker_signing, key_broker_metadata,
        key_not_yet, key_good, key_within_60, key_within_30, key_within_7, key_over,
        key_broker_away, key_confirmed;

    std::string_view done_entered, done_approved, done_declined, done_code, done_unlinked,
        done_ended;
};

Words const& words(portal::Language language);

extern Words const dutch_words;
extern Words const english_words;

} // namespace web::agency
