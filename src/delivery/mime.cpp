#include "delivery/mime.h"

#include "delivery/mark.h"
#include "foundation/fault.h"
#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace delivery {

namespace {

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_atom_text(char c) {
    return is_letter_or_digit(c) || std::string_view{"!#$%&'*+-/=?^_`{|}~"}.contains(c);
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// "Mon, 23 Nov 2026 13:32:05 +0000"
std::string rfc5322_date(foundation::Instant at) {
    using namespace std::chrono;
    constexpr std::array days_of_week{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const day = floor<days>(at);
    year_month_day const date{day};
    hh_mm_ss const time{floor<seconds>(at - day)};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000",
                       days_of_week.at(weekday{day}.c_encoding()), unsigned{date.day()},
                       month_names.at(unsigned{date.month()} - 1), int{date.year()},
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string mailbox(std::string_view name, std::string_view address) {
    if (name.empty() || foundation::has_control_characters(name))
        return std::string{address};
    return fmt::format("{}\r\n <{}>", header_text(name), address);
}

std::string part(std::string_view type, std::string_view boundary, std::string_view content) {
    return fmt::format("--{}\r\nContent-Type: {}; charset=utf-8\r\n"
                       "Content-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n",
                       boundary, type, quoted_printable(content));
}

std::string in_lines(std::string const& base64) {
    constexpr std::size_t longest_line = 76;
    std::string lines;
    for (std::size_t at = 0; at < base64.size(); at += longest_line)
        lines += base64.substr(at, longest_line) + "\r\n";
    return lines;
}

/// The HTML with the site's mark, twice as fine as it is shown. It travels along: nothing is
/// fetched when the mail is read.
std::string html_with_mark(std::string_view boundary, std::string_view id, std::string_view html) {
    static std::string const mark = in_lines(foundation::base64(mark_png(88)));
    // Must not begin with the outer one: readers compare beginnings (RFC 2046 5.1.1).
    std::string const own = fmt::format("=_html-{}", id);
    return fmt::format("--{}\r\nContent-Type: multipart/related; type=\"text/html\";\r\n"
                       " boundary=\"{}\"\r\n\r\n{}"
                       "--{}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
                       "Content-ID: <{}>\r\nContent-Disposition: inline\r\n\r\n{}"
                       "--{}--\r\n",
                       boundary, own, part("text/html", own, html), own, mark_content_id, mark,
                       own);
}

} // namespace

bool is_one_address(std::string_view text) {
    std::size_t const at = text.find('@');
    if (at == text.npos || text.size() > 254)
        return false;
    auto const local = text.substr(0, at);
    auto const domain = text.substr(at + 1);
    auto const dots_are_inside = [](std::string_view part) {
        return !part.empty() && !part.starts_with('.') && !part.ends_with('.') &&
               !part.contains("..");
    };
    return dots_are_inside(local) && dots_are_inside(domain) &&
           std::ranges::all_of(local, [](char c) { return c == '.' || is_atom_text(c); }) &&
           std::ranges::all_of(
               domain, [](char c) { return c == '.' || c == '-' || is_letter_or_digit(c); });
}

std::string header_text(std::string_view text) {
    foundation::ensure(!foundation::has_control_characters(text), "a header of one line");
    constexpr std::size_t longest_plain = 60;
    if (text.size() <= longest_plain && !text.starts_with(' ') && !text.ends_with(' ') &&
        std::ranges::all_of(text, [](char c) { return c == ' ' || is_atom_text(c); }) &&
        !text.contains("=?"))
        return std::string{text};

    // A word is at most 75 characters and holds whole characters only: 45 bytes become 60 of
    // base64.
    std::string words;
    while (!text.empty()) {
        std::size_t length = std::min<std::size_t>(45, text.size());
        while (length < text.size() && length > 1 && is_continuation(text[length]))
            --length;
        words += fmt::format("{}=?UTF-8?B?{}?=", words.empty() ? "" : "\r\n ",
                             foundation::base64(text.substr(0, length)));
        text.remove_prefix(length);
    }
    return words;
}

std::string quoted_printable(std::string_view text) {
    constexpr std::size_t longest_line = 75; // and then the '=' of a soft line break
    std::string encoded;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (c == '\n') {
            encoded += "\r\n";
            column = 0;
            continue;
        }
        bool const ends_line = at + 1 == text.size() || text[at + 1] == '\n';
        bool const plain = (c > ' ' && c < 0x7f && c != '=') || (c == ' ' && !ends_line);
        std::string const shown =
            plain ? std::string{c} : fmt::format("={:02X}", static_cast<unsigned char>(c));
        if (column + shown.size() > longest_line) {
            encoded += "=\r\n";
            column = 0;
        }
        encoded += shown;
        column += shown.size();
    }
    return encoded;
}

std::string mime_message(MessageHead const& head, MailText const& text) {
    foundation::ensure(is_one_address(head.from) && is_one_address(head.to), "one address each");
    // Quoted-printable writes '=' as "=3D", so no body can hold this boundary.
    std::string const boundary = fmt::format("=_{}", head.id);
    return fmt::format("From: {}\r\n"
                       "To: {}\r\n"
                       "Subject: {}\r\n"
                       "Date: {}\r\n"
                       "Message-ID: <{}@{}>\r\n"
                       "Auto-Submitted: auto-generated\r\n"
                       "Content-Language: {}\r\n"
                       "MIME-Version: 1.0\r\n"
                       "Content-Type: multipart/alternative;\r\n boundary=\"{}\"\r\n"
                       "\r\n{}{}--{}--\r\n",
                       mailbox("Mijn DUO", head.from), mailbox(head.name, head.to),
                       header_text(text.subject), rfc5322_date(head.date), head.id,
                       head.from.substr(head.from.find('@') + 1),
                       head.language == portal::Language::dutch ? "nl" : "en", boundary,
                       part("text/plain", boundary, text.text),
                       html_with_mark(boundary, head.id, text.html), boundary);
}

} // namespace delivery
