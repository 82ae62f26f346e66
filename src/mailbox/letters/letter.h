#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace mailbox {

struct Attachment {
    std::string name; ///< empty when the sender gave none
    std::string content_type;
    std::string bytes;
    std::string content_id{}; ///< by which the HTML shows it
};

/// What a reader of mail would show.
struct Letter {
    std::string from;
    std::string subject;
    std::string text; ///< the text/plain part, in UTF-8
    std::string html; ///< the text/html part, in UTF-8
    std::vector<Attachment> attachments{};
};

/// Reads the source of a mail (RFC 5322, MIME). Never fails: what is written wrongly is shown as
/// far as it can be understood, for then the developer has something to look at.
Letter read_letter(std::string_view source);

} // namespace mailbox
