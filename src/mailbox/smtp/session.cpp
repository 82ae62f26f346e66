#include "mailbox/smtp/session.h"

#include "foundation/text.h"

#include <charconv>
#include <optional>
#include <utility>

namespace mailbox {
namespace {

/// "<address>" and what stands behind it; nothing when it is not written so.
struct Path {
    std::string_view address;
    std::string_view parameters;
};

std::optional<Path> path_after(std::string_view argument, std::string_view keyword) {
    if (foundation::upper_ascii(argument.substr(0, keyword.size())) != keyword)
        return std::nullopt;
    argument = foundation::trimmed(argument.substr(keyword.size()));
    auto const end = argument.find('>');
    if (!argument.starts_with('<') || end == std::string_view::npos)
        return std::nullopt;
    return Path{argument.substr(1, end - 1), foundation::trimmed(argument.substr(end + 1))};
}

bool says_too_large(std::string_view parameters) {
    for (auto const parameter : foundation::split(parameters, ' ')) {
        if (!foundation::upper_ascii(parameter).starts_with("SIZE="))
            continue;
        std::size_t size = 0;
        auto const digits = parameter.substr(5);
        auto const read = std::from_chars(digits.data(), digits.data() + digits.size(), size);
        return read.ec != std::errc{} || size > SmtpSession::largest_mail;
    }
    return false;
}

} // namespace

std::string SmtpSession::greeting() { return "220 mailbox.localhost developer's mailbox\r\n"; }

std::string SmtpSession::take(std::string_view bytes) {
    std::string replies;
    pending_ += bytes;
    std::size_t from = 0;
    // Only CRLF ends a line: taking a bare LF for one is how mails are smuggled.
    for (auto end = pending_.find("\r\n"); end != std::string::npos && !over_;
         end = pending_.find("\r\n", from)) {
        auto const line = std::string_view{pending_}.substr(from, end - from);
        replies += in_data_ ? data_line(line) : command(line);
        from = end + 2;
    }
    pending_.erase(0, from);
    if (pending_.size() > (in_data_ ? largest_mail : longest_line)) {
        over_ = true;
        replies += "500 line too long\r\n";
    }
    return replies;
}

std::string SmtpSession::command(std::string_view line) {
    auto const space = line.find(' ');
    auto const verb = foundation::upper_ascii(line.substr(0, space));
    auto const argument =
        space == std::string_view::npos ? "" : foundation::trimmed(line.substr(space + 1));
    if (verb == "EHLO" || verb == "HELO") {
        forget();
        greeted_ = true;
        if (verb == "HELO")
            return "250 mailbox.localhost\r\n";
        return "250-mailbox.localhost\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-PIPELINING\r\n"
               "250 SIZE " +
               std::to_string(largest_mail) + "\r\n";
    }
    if (verb == "MAIL")
        return mail_from(argument);
    if (verb == "RCPT")
        return recipient(argument);
    if (verb == "DATA") {
        if (recipients_.empty())
            return "503 first MAIL and RCPT\r\n";
        in_data_ = true;
        return "354 end with a dot on a line of its own\r\n";
    }
    if (verb == "RSET") {
        forget();
        return "250 forgotten\r\n";
    }
    if (verb == "NOOP")
        return "250 still here\r\n";
    if (verb == "VRFY")
        return "252 every address is taken\r\n";
    if (verb == "QUIT") {
        over_ = true;
        return "221 goodbye\r\n";
    }
    return "500 unknown command\r\n";
}

std::string SmtpSession::mail_from(std::string_view argument) {
    if (!greeted_)
        return "503 first EHLO\r\n";
    if (has_sender_)
        return "503 one MAIL at a time\r\n";
    auto const path = path_after(argument, "FROM:");
    if (!path)
        return "501 MAIL FROM:<address>\r\n";
    if (says_too_large(path->parameters))
        return "552 too large\r\n";
    has_sender_ = true;
    return "250 sender noted\r\n";
}

std::string SmtpSession::recipient(std::string_view argument) {
    if (!has_sender_)
        return "503 first MAIL\r\n";
    auto const path = path_after(argument, "TO:");
    if (!path || path->address.empty())
        return "501 RCPT TO:<address>\r\n";
    if (recipients_.size() == most_recipients)
        return "452 too many recipients\r\n";
    recipients_.emplace_back(path->address);
    return "250 recipient noted\r\n";
}

std::string SmtpSession::data_line(std::string_view line) {
    if (line != ".") {
        if (line.starts_with('.'))
            line.remove_prefix(1); // RFC 5321 4.5.2
        too_large_ = too_large_ || source_.size() + line.size() + 2 > largest_mail;
        if (!too_large_)
            source_.append(line).append("\r\n");
        return {};
    }
    bool const kept = !too_large_;
    if (kept)
        deliver_(std::exchange(recipients_, {}), std::exchange(source_, {}));
    forget();
    return kept ? "250 in the mailbox\r\n" : "552 too large\r\n";
}

void SmtpSession::forget() {
    has_sender_ = false;
    in_data_ = false;
    too_large_ = false;
    recipients_.clear();
    source_.clear();
}

} // namespace mailbox
