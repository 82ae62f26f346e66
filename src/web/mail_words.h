#pragma once
#include "portal/correspondence/mail.h"

#include <string_view>

namespace web {

/// What the pages say of mails to a user (P2.16, P2.17); {} stands for an address, a moment or a
/// number.
struct MailWords {
    std::string_view waits, tried_once, tried, handed_over, refused, given_up;
    std::string_view failed_heading, failed_list, confirmation, code, way_on_confirmation,
        way_on_code;
    std::string_view unknown_receiver, mailbox_full, unwanted, too_large, refused_otherwise,
        no_answer, impossible;
    std::string_view again_title, again_text, again_button;
};
MailWords const& mail_words(portal::Language language);

std::string_view reason_in_words(portal::MailFailure failure, MailWords const& words);

} // namespace web
