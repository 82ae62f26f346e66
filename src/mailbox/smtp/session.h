#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mailbox {

/// One SMTP session (RFC 5321) without its socket: bytes in, replies out. Takes every recipient and
/// sends nothing on.
class SmtpSession {
public:
    using Deliver = std::function<void(std::vector<std::string> to, std::string source)>;

    static constexpr std::size_t largest_mail = 25 * 1024 * 1024;

    explicit SmtpSession(Deliver deliver)
        : deliver_(std::move(deliver)) {}

    static std::string greeting();
    /// What to send back for the bytes that came in; nothing while a line is not whole.
    std::string take(std::string_view bytes);
    bool over() const { return over_; }

private:
    static constexpr std::size_t longest_line = 1000; ///< of a command, with room to spare
    static constexpr std::size_t most_recipients = 100;

    std::string command(std::string_view line);
    std::string mail_from(std::string_view argument);
    std::string recipient(std::string_view argument);
    std::string data_line(std::string_view line);
    void forget();

    Deliver deliver_;
    std::string pending_;
    bool greeted_ = false;
    bool has_sender_ = false;
    bool in_data_ = false;
    bool over_ = false;
    bool too_large_ = false;
    std::vector<std::string> recipients_;
    std::string source_;
};

} // namespace mailbox
