#include "web/agency/words.h"

namespace web::agency {

constinit Words const english_words{
    .desk = "Agency",
    .desk_lead = "Here you admit organisations and appoint their administrators.",
    .waiting = "Waiting for a decision",
    .waiting_none = "No appointments are waiting",
    .waiting_none_text = "An appointment that a colleague enters will stand here.",
    .waiting_more = "{} more are waiting: see all appointments",
    .appointments = "Appointments",
    .appointments_range = "{} to {} of {} appointments",
    .enter = "Appoint an administrator",
    .organisations = "Organisations",
    .to_organisations = "Organisations",
    .to_organisations_text = "Search for an organisation and its administrators.",
    .to_appointments = "Appointments",
    .to_appointments_text = "See what was entered and what was decided.",
    .enter_text = "Enter a signed form.",

    .list_label = "Search organisations",
    .search = "Name or KVK number",
    .search_button = "Search",
    .found_one = "1 organisation found",
    .found_many = "{} organisations found",
    .range = "{} to {} of {} organisations",
    .pages_label = "Pages",
    .page_number = "Page ",
    .previous = "Previous",
    .next = "Next",
    .none_found = "No organisations found",
    .none_found_text = "Search for part of the name or for the whole KVK number.",
    .column_name = "Name",
    .column_sectors = "Sector",
    .column_numbers = "KVK number",
    .column_status = "Status",
    .active = "Active",
    .ended = "Ended",

    .data = "Details",
    .kvk = "KVK number",
    .rsin = "RSIN",
    .sectors = "Sectors",
    .attributes = "Attributes",
    .no_attributes = "This organisation has no attributes yet.",
    .admitted = "Admitted",
    .administrators = "Administrators",
    .no_administrators = "No administrator",
    .no_administrators_text = "Appoint an administrator with the signed form.",
    .others_administrators = "Your role does not include seeing who the administrators are.",
    .column_mail = "Email address",
    .column_last = "Last login",
    .column_acts = "Actions",
    .print_letter = "Make the letter",
    .send_code = "Send activation code",
    .letter_note =
        "The letter with the username goes to the competent authority. A new letter voids the "
        "revocation code of the previous one. Send the activation code when the administrator "
        "has the letter.",
    .not_there = "–",
    .end_text = "The administrator can no longer log in after that. Letter, code, link and roles "
                "end at once. You cannot undo this.",
    .last_of_roles = "Nobody else of this organisation has the administrator roles: {}. Do this "
                     "only at the board’s request, or when there is a successor.",
    .reason_hint = "For example: at the board’s request.",

    .column_organisation = "Organisation",
    .column_person = "Administrator",
    .column_entered = "Entered",
    .column_state = "Status",
    .state_waiting = "Waiting for a decision",
    .state_approved = "Approved",
    .state_declined = "Declined",
    .all_none = "There are no appointments yet",
    .all_none_text = "Enter the first one from the signed form.",

    .form_lead =
        "Copy the form Appointment and change of administrator. After that a colleague decides "
        "on it.",
    .organisation_heading = "Organisation",
    .organisation = "Name of the organisation",
    .organisation_hint = "As in the trade register.",
    .organisation_help =
        "Is there an organisation with this KVK number already? Then the administrator "
        "joins it. Its name does not change.",
    .organisation_missing = "Enter the name of the organisation, at most 200 characters.",
    .kvk_hint = "8 digits.",
    .kvk_help = "The administrator has to log in with an eHerkenning means for this number.",
    .kvk_wrong = "Enter a KVK number of 8 digits.",
    .rsin_hint = "9 digits.",
    .rsin_wrong = "This is not an RSIN. Check the 9 digits.",
    .sector_hint = "Choose 1 or more sectors.",
    .sector_missing = "Choose a sector.",
    .attribute_label = "{}: values of the organisation",
    .attribute_hint = "Put 1 value with a description on each line, such as {} Main location.",
    .attribute_help = "The administrator can choose only these values with a role.",
    .attribute_line =
        "Line {}: begin with a value such as {}. The description has at most 100 characters.",
    .attribute_doubled = "Line {}: this value is there already.",
    .attribute_many = "Enter at most 200 lines.",
    .signatory_heading = "Competent authority",
    .signatory = "Signatory",
    .signatory_hint = "The name below the form.",
    .signatory_help = "Check that the signatory may represent the organisation.",
    .signatory_missing = "Enter the name of the signatory, at most 100 characters.",
    .signatory_unprintable = "The letter cannot print these characters: {}. Write the name in the "
                             "Latin alphabet, as in the passport.",
    .organisation_unprintable = "The letter cannot print these characters: {}. Write the name in "
                                "the Latin alphabet, as in the commercial register.",
    .letter_unprintable = "The letter cannot print these characters: {}. Enter a new appointment, "
                          "with all names in the Latin alphabet.",
    .person_heading = "Administrator",
    .role = "Administrator roles",
    .role_hint = "Choose 1 or more roles.",
    .role_missing = "Choose an administrator role.",
    .submit = "Submit for a decision",

    .appointment = "Appointment",
    .appointment_of = "Appointment of {}",
    .entered_by = "Entered by",
    .entered_at = "Entered on",
    .decided_by = "Decided by",
    .reason = "Reason",
    .known_heading = "This organisation is there already",
    .known_text = "The administrator joins {}. Sectors and attributes that are new are added.",
    .approve = "Approve",
    .approve_text = "The organisation and the account of the administrator come to be at once.",
    .decline = "Decline",
    .decline_text = "No account comes to be.",
    .decline_reason = "Reason for declining",
    .decline_hint = "For example: the signature is missing.",
    .decide = "Decide",
    .others_decide = "A colleague with another role decides on this appointment.",
    .to_organisation = "To the organisation",
    .address_taken = "This email address already belongs to another user of the organisation.",

    .keys = "Keys",
    .keys_lead = "The certificates and metadata that logging in through eHerkenning rests on. "
                 "Registrars receive an email 60, 30 and 7 days ahead.",
    .key_what = "What",
    .key_mark = "Mark",
    .key_until = "Valid until",
    .key_days = "Days left",
    .key_signing = "Signing",
    .key_next_signing = "Signing, next",
    .key_decryption = "Decrypting",
    .key_client = "Connection with the broker",
    .key_broker_signing = "The broker’s certificate",
    .key_broker_metadata = "The broker’s metadata",
    .key_not_yet = "Not valid yet",
    .key_good = "In order",
    .key_within_60 = "Expires within 60 days",
    .key_within_30 = "Expires within 30 days",
    .key_within_7 = "Expires within 7 days",
    .key_over = "Expired",
    .key_broker_away = "The broker does not answer. Logging in fails at this moment.",
    .key_confirmed = "The broker’s metadata was last found in order on {}.",

    .done_entered = "The appointment has been entered. A colleague has to decide on it.",
    .done_approved =
        "The appointment has been approved. Now make the letter for the competent authority "
        "and send the activation code after that.",
    .done_declined = "The appointment has been declined.",
    .done_code = "We are sending the activation code to the administrator now. The code is valid "
                 "for 24 hours.",
    .done_unlinked = "The link has been undone. The administrator and the other administrators get "
                     "an email about it.",
    .done_ended = "The account has been ended. The administrator and the other administrators get "
                  "an email about it.",
};

Words const& words(portal::Language language) {
    return language == portal::Language::dutch ? dutch_words : english_words;
}

} // namespace web::agency
