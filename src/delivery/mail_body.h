#pragma once
#include "delivery/words/sentence.h"

#include <string>
#include <vector>

namespace delivery {

using Paragraph = std::vector<Piece>;

/// A mail with its words chosen and filled, before it becomes text or HTML.
struct MailBody {
    std::string_view language; ///< "nl", "en"
    std::string_view heading;
    Paragraph greeting;
    std::vector<Paragraph> opening;
    std::string code; ///< in groups; empty in all mails but two
    Paragraph code_holds_until;
    std::string_view keep_code_secret;
    std::string_view never_asked;
    std::string_view what_to_do;
    std::vector<Paragraph> steps;
    std::vector<Paragraph> closing;
    std::string_view farewell;
    std::string_view agency;
    std::string_view automatic;
};

std::string as_text(MailBody const& body);

/// HTML as mail programs want it: tables, styles at the element, nothing fetched from elsewhere.
std::string as_html(MailBody const& body);

} // namespace delivery
