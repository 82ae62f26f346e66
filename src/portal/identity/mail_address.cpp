#include "portal/identity/mail_address.h"

#include "foundation/text.h"
#include "foundation/unicode.h"

#include <algorithm>

namespace portal {

namespace {

constexpr std::size_t longest = 254; // RFC 5321 4.5.3.1.3, without the angle brackets
constexpr std::size_t longest_local_part = 64;

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_domain_label(std::string_view label) {
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_local_part(std::string_view part) {
    constexpr std::string_view marks = "!#$%&'*+-/=?^_`{|}~.";
    return !part.empty() && part.size() <= longest_local_part && part.front() != '.' &&
           part.back() != '.' && !part.contains("..") && std::ranges::all_of(part, [&](char c) {
               return is_letter_or_digit(c) || marks.contains(c);
           });
}

/// Quoted, or with letters beyond ASCII: an address to its owner, and none to most mail servers.
bool is_beyond_plain_mail(std::string_view part) {
    return part.starts_with('"') ||
           std::ranges::any_of(part, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Nothing invisible or of another kind hides in a domain: IDNA would drop it without a word.
bool holds_what_it_shows(std::string_view domain) {
    using foundation::Sign;
    for (std::size_t at = 0; at < domain.size();) {
        auto const [sign, bytes] = foundation::sign_at(domain, at);
        bool const plain = sign == Sign::letter || sign == Sign::capital || sign == Sign::mark ||
                           sign == Sign::digit || domain[at] == '-' || sign == Sign::stop;
        if (!plain)
            return false;
        at += bytes;
    }
    return true;
}

} // namespace

std::expected<MailAddress, MailAddressFlaw> MailAddress::parse(std::string_view typed) {
    auto const text = foundation::without_invisible_ends(typed);
    auto const at = text.rfind('@');
    if (at == std::string_view::npos || !foundation::is_utf8(text) || text.size() > 2 * longest)
        return std::unexpected(MailAddressFlaw::form);
    auto const local = text.substr(0, at);
    auto const domain = text.substr(at + 1);
    auto const read = holds_what_it_shows(domain) ? foundation::domain_of(domain) : std::nullopt;
    if (!read || !holds_what_it_shows(read->shown)) // an A-label may hide anything
        return std::unexpected(MailAddressFlaw::form);
    auto const labels = foundation::split(read->sent, '.');
    if (labels.size() < 2 || labels.back().size() < 2 || foundation::all_digits(labels.back()) ||
        !std::ranges::all_of(labels, is_domain_label))
        return std::unexpected(MailAddressFlaw::form);
    auto sent = std::string{local} + '@' + read->sent;
    if (sent.size() > longest)
        return std::unexpected(MailAddressFlaw::form);
    if (!is_local_part(local))
        return std::unexpected(is_beyond_plain_mail(local) ? MailAddressFlaw::local_part
                                                           : MailAddressFlaw::form);
    return MailAddress{std::string{local} + '@' + read->shown, std::move(sent)};
}

std::string compared(std::string_view address) {
    auto const read = MailAddress::parse(address);
    return foundation::lower_ascii(read ? read->sent() : address);
}

std::string mailbox_of(std::string_view address) {
    auto text = compared(address);
    auto const at = text.rfind('@');
    if (auto const plus = text.find('+'); plus > 0 && plus < at && at != text.npos)
        text.erase(plus, at - plus);
    return text;
}

} // namespace portal
