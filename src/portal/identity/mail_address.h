#pragma once
#include <expected>
#include <string>
#include <string_view>

namespace portal {

/// Why a text is no mail address that mail can be sent to.
enum class MailAddressFlaw {
    form,       ///< not one local part, one '@' and a domain with a dot
    local_part, ///< quoted, or with letters that not every mail server takes (SMTPUTF8)
};

/// One mail address, judged in the same way wherever one comes in (P2.15): a local part of ASCII
/// without quotes, at most 64 characters; one '@'; a domain of at least two labels, which may have
/// letters of any script. Invisible characters at the ends of what was typed are dropped.
class MailAddress {
public:
    static std::expected<MailAddress, MailAddressFlaw> parse(std::string_view typed);

    /// Kept and shown: a domain of ASCII as it was given, another with its own letters in lower
    /// case, also when it came as A-labels. One mailbox is written in one way.
    std::string const& text() const { return text_; }
    std::string const& sent() const { return sent_; } ///< ASCII, for headers and mail servers
    friend bool operator==(MailAddress const&, MailAddress const&) = default;

private:
    MailAddress(std::string text, std::string sent)
        : text_(std::move(text))
        , sent_(std::move(sent)) {}
    std::string text_;
    std::string sent_;
};

/// The address in the one way in which it is compared: a domain of letters as it is sent, no
/// capitals. Of what is no address, the text.
std::string compared(std::string_view address);
/// And without what stands behind a plus: most servers put all of that in one mailbox. Only for
/// counting what a mailbox gets.
std::string mailbox_of(std::string_view address);

} // namespace portal
