#include "web/administration/words.h"

namespace web::administration {

constinit Words const english_words{
    .group = "Your organisation",
    .users = "Users",
    .registration = "Register a user",
    .not_there = "–",

    .list_label = "Search users",
    .search = "Name, email address, username, function or telephone number",
    .status = "Status",
    .filter_all = "All",
    .filter_not_linked = "Not linked",
    .filter_linked = "Linked",
    .filter_ended = "Ended",
    .search_button = "Search",
    .found_one = "1 user found",
    .found_many = "{} users found",
    .range = "{} to {} of {} users",
    .pages_label = "Pages",
    .page_number = "Page ",
    .previous = "Previous",
    .next = "Next",
    .column_name = "Name",
    .column_mail = "Email address",
    .column_status = "Status",
    .column_registered = "Registered",
    .column_last = "Last login",
    .sorted_up = ", sorted ascending",
    .sorted_down = ", sorted descending",
    .sort = ", sort",
    .wants_code = "Asks for an activation code",
    .requests_one = "1 task for you",
    .requests_many = "{} tasks for you",
    .request_line = "asks for an activation code.",
    .nobody = "There are no users yet",
    .nobody_text = "Register the first user of your organisation.",
    .none_found = "No users found",
    .none_found_text = "Search for part of the name, or choose another status.",
    .meanings = "What do the statuses mean?",

    .register_lead =
        "The user gets an email with instructions. After that you print the letter with "
        "the username.",
    .means = "The user has an eHerkenning means of level 3 or higher for the service Mijn DUO",
    .means_missing =
        "Tick that the user has an eHerkenning means. Without one linking is not possible.",
    .register_button = "Register",
    .register_kept = "We have kept what you filled in. Check it and register the user.",
    .register_afresh = "Start with an empty form",
    .name = "Name",
    .name_hint = "First name, prefix and last name, as it will stand on the letter.",
    .name_missing = "Enter the name.",
    .name_too_long = "Enter a name of at most 100 characters.",
    .name_unprintable = "The letter cannot print these characters: {}. Write the name in the Latin "
                        "alphabet, as in the passport.",
    .name_character = "Use only letters, spaces, apostrophes, hyphens and full stops in a name.",
    .name_address = "A web address is not a name. Put a space after each full stop.",
    .mail = "Email address",
    .mail_hint = "We send the activation code to this address.",
    .mail_help = "Every user has an address of their own. A shared address such as info@ is not "
                 "allowed.",
    .mail_wrong = "Enter an email address such as name@organisation.nl.",
    .mail_local_part = "Use no letters with accents and no quotation marks before the at sign.",
    .mail_taken = "This email address already belongs to another user.",
    .phone = "Phone number",
    .phone_hint = "For example 06 12345678.",
    .phone_wrong = "Enter a phone number of 8 to 15 digits.",
    .function = "Position",
    .function_hint = "For example examinations secretary.",
    .function_too_long = "Enter a position of at most 100 characters.",
    .language = "Language",
    .language_hint = "We write the emails and the letter in this language.",
    .language_missing = "Choose the language.",
    .dutch = "Dutch",
    .english = "English",

    .username = "Username",
    .how_far = "Linking: how far is this user?",
    .milestone_invited = "Invited",
    .invited_on = "{}, confirmation by email",
    .milestone_letter = "Letter",
    .letter_make = "Print the letter with the username.",
    .letter_made_on = "Printed on {}.",
    .letter_give = "Hand over the letter in person.",
    .letter_given_on = "Printed on {}, handed over on {}.",
    .milestone_code = "Code",
    .code_next = "The code goes to {} and is valid for 24 hours.",
    .code_requested_on = "The user asked for a code on {}.",
    .code_holds = "The code is valid until {}.",
    .code_expired = "The code of {} has expired. Send a new one.",
    .milestone_linked = "Linked",
    .link_next = "The user links the eHerkenning means.",
    .linked_on = "Linked on {}.",
    .link_lapses = "Without a login the link lapses on {}.",
    .link_lapsed = "The user has not logged in for 18 months. The link has been undone.",
    .done = " (done)",
    .blocked_heading = "Linking is blocked",
    .blocked_text =
        "A wrong combination was entered too often. The block lasts until {}. You can lift "
        "it earlier.",
    .data = "Details",
    .data_means = "eHerkenning",
    .data_means_value = "Level 3 or higher, stated on {}",
    .data_registered = "Registered",
    .data_last_login = "Last login",
    .data_administrator = "Administrator",
    .data_ended = "Ended",
    .print_letter = "Print the letter",
    .print_again = "Print the letter again",
    .record_hand_over = "Record that the letter was handed over",
    .send_code = "Send activation code",
    .lift_block = "Lift the block",
    .unlink = "Undo the link",
    .end = "End the account",
    .roles = "Roles and attributes",
    .roles_text = "A role says what the user may do. An attribute says what that applies to.",
    .no_roles = "No roles yet",
    .no_roles_text = "Without a role the user sees no tasks. Grant a role.",
    .grant_button = "Grant a role",
    .column_role = "Role",
    .column_attributes = "Attribute",
    .column_from = "From",
    .column_until = "Up to and including",
    .column_withdraw = "Withdraw",
    .withdraw_link = "Withdraw",
    .no_end = "No end date",
    .everywhere = "Whole organisation",

    .letter_title = "Letter for {}",
    .letter_text =
        "The letter holds the username. Print it and hand it over in person. Do not send it "
        "by email.",
    .letter_again_heading = "The previous letter becomes void",
    .letter_again =
        "A letter was made before. The revocation code on that letter stops working when you "
        "make a new one. The username stays the same.",
    .letter_opens = "The letter opens as a PDF.",
    .letter_button = "Make the letter",
    .letter_unprintable_heading = "You cannot make this letter",
    .letter_unprintable =
        "The letter cannot print these characters: {}. Are they in the name of the user? Then end "
        "this account and register the user again. Write the name in the Latin alphabet, as in the "
        "passport. Are they in another name? Then contact the agency.",
    .hand_over_title = "Letter handed over to {}",
    .hand_over_text = "Record the day on which you handed over the letter.",
    .hand_over_date = "Date",
    .date_hint = "For example 23-11-2026.",
    .date_wrong = "Enter a date as day-month-year, such as 23-11-2026.",
    .hand_over_button = "Save",
    .unlink_title = "Undo the link of {}",
    .unlink_text =
        "The user cannot log in any more after this and is logged out at once. Linking again "
        "is possible with a new activation code.",
    .unlink_reason = "Why do you undo the link?",
    .unlink_missing = "Choose why you undo the link.",
    .reason_lost = "The eHerkenning means is lost",
    .reason_stolen = "The eHerkenning means is stolen",
    .reason_broken = "The eHerkenning means is broken",
    .reason_other = "Another reason",
    .note = "Explanation",
    .note_hint = "Only administrators and the agency read this.",
    .unlink_button = "Yes, undo the link",
    .end_title = "End the account of {}",
    .end_text =
        "The user cannot log in any more after this. Letter, code, link and roles end at once. "
        "You cannot undo this. You can register the same person again later.",
    .reason = "Reason",
    .end_hint = "For example: left the organisation.",
    .reason_missing = "Enter the reason.",
    .reason_too_long = "Enter a text of at most 500 characters.",
    .end_button = "Yes, end the account",
    .withdraw_title = "Withdraw a role of {}",
    .withdraw_text =
        "You withdraw the role {}. That counts at once, also while the user is logged in.",
    .withdraw_lost = "These tasks disappear",
    .withdraw_nothing_lost =
        "The user keeps all tasks of this role by another role, or the role did not "
        "hold yet.",
    .withdraw_hint = "For example: other work.",
    .withdraw_button = "Yes, withdraw the role",

    .grant_title = "Grant a role to {}",
    .grant_which = "Which role do you grant?",
    .grant_help = "Give only roles that the user needs for the work. As administrator you are "
                  "responsible for the right choice.",
    .grant_missing = "Choose a role.",
    .grant_none = "You cannot give this user any roles.",
    .attribute_hint = "The role applies to this only.",
    .attribute_missing = "Choose a value for {}.",
    .attribute_none =
        "Your organisation has no value for this attribute yet. Ask the agency to add it.",
    .choose = "Make a choice",
    .from = "Valid from",
    .from_hint = "For example 23-11-2026. You can also grant a role ahead of time.",
    .until = "Valid up to and including",
    .until_hint = "For example for a temporary replacement.",
    .grant_reason_hint = "For example: new examinations secretary.",
    .to_effect = "See what changes",
    .other_role = "Choose another role",
    .effect_title = "This changes for {}",
    .effect_sentence = "The user gets the role {} from {}.",
    .effect_until = "The role holds up to and including {}.",
    .effect_later = "The user sees the tasks from that day only.",
    .effect_attribute = "The role applies to {} {}.",
    .effect_gained = "These tasks are added",
    .effect_kept = "The user has these tasks already, now for this attribute too",
    .effect_none = "No tasks disappear.",
    .effect_save = "Grant the role",
    .effect_change = "Change what you filled in",

    .done_registered =
        "The user has been registered and gets an email with instructions. Now print the "
        "letter with the username and hand it over in person. After that, send the "
        "activation code.",
    .done_handed_over = "Recorded. Send the activation code when the user asks for it.",
    .done_code = "We are sending the activation code to the user now. Below you see what becomes "
                 "of the email.",
    .done_lifted = "The block has been lifted. The user can try again.",
    .done_unlinked = "The link has been undone. The user gets an email about it. Linking again is "
                     "possible with a new activation code.",
    .done_ended = "The account has been ended.",
    .done_granted = "The role has been granted.",
    .done_withdrawn = "The role has been withdrawn.",
};

Words const& words(portal::Language language) {
    return language == portal::Language::dutch ? dutch_words : english_words;
}

} // namespace web::administration
