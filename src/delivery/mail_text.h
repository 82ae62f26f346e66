#pragma once
#include "portal/correspondence/mail.h"

#include <string>

namespace delivery {

/// What a mail must know about the installation that sends it.
struct MailSettings {
    std::string from;              ///< the sender's address; its domain is the Message-ID's too
    std::string sign_in_address;   ///< public page; the only link in any mail
    bool test_environment = false; ///< said at the foot of every mail
};

/// One mail in the receiver's language, in two forms that say the same.
struct MailText {
    std::string subject;
    std::string text;
    std::string html;
};

/// The words of this mail. What the words use of `mail`: the name and the organisation always; of
/// `other_person` the user it is about, or in a mail to the user who did it; of `moment` and
/// `number` what portal::MailKind says. A sentence about something that is empty is left out.
/// Throws Fault when what the mail is about is itself missing, or the code or its term in a mail
/// that brings a code.
MailText mail_text(portal::Mail const& mail, MailSettings const& settings);

/// The code as people read it, in equal groups: "7KQ49-TXMWR".
std::string in_groups(std::string_view code);

} // namespace delivery
