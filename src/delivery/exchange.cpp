#include "delivery/exchange.h"

#include <algorithm>
#include <fmt/format.h>

namespace delivery {

void Exchange::asked(std::string_view line) {
    over = over || line.starts_with("QUIT");
    if (over)
        return;
    auto const word = line.substr(0, 4);
    verb = word == "RCPT" || word == "DATA" ? word : ""; // an AUTH line is a secret
    answer = 0;
    enhanced.clear();
}

void Exchange::said(std::string_view line) {
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    if (over || line.size() < 3 || !std::ranges::all_of(line.substr(0, 3), digit))
        return;
    answer = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    enhanced.clear();
    if (line.size() < 7 || line[4] != line[0] || line[5] != '.')
        return;
    auto const code = line.substr(6, 7);
    enhanced = code.substr(0, code.find_first_not_of("0123456789."));
}

int Exchange::listen(CURL* handle, curl_infotype type, char* data, std::size_t size, void* self) {
    auto& exchange = *static_cast<Exchange*>(self);
    if (type == CURLINFO_HEADER_OUT)
        exchange.asked({data, size});
    else if (type == CURLINFO_HEADER_IN)
        exchange.said({data, size});
    // What comes of it is known by now: a server that does not answer QUIT gets a second for it,
    // and not as long as a delivery may take.
    if (type == CURLINFO_HEADER_OUT && exchange.over)
        curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, 1L);
    return 0;
}

namespace {

/// RFC 3463: the class of the subject tells more than the three digits, which many servers use as
/// they like.
portal::MailFailure failure_of(Exchange const& exchange) {
    using enum portal::MailFailure;
    auto const is = [&](std::string_view code) { return exchange.enhanced == code; };
    if (is("2.2"))
        return mailbox_full;
    if (is("2.3") || is("3.4"))
        return too_large;
    if (is("1.1") || is("1.2") || is("1.3") || is("1.6") || is("1.10") || is("2.0") || is("2.1"))
        return unknown_receiver;
    if (exchange.enhanced.starts_with("7."))
        return unwanted;
    if (!exchange.enhanced.empty())
        return refused_otherwise;
    switch (exchange.answer) {
    case 550:
        return exchange.verb == "RCPT" ? unknown_receiver : unwanted;
    case 551:
    case 553:
        return unknown_receiver;
    case 552:
        return exchange.verb == "RCPT" ? mailbox_full : too_large;
    case 554:
        return unwanted;
    default:
        return refused_otherwise;
    }
}

/// Whether a 5xx speaks of us, whichever command it answers: a server that puts off its verdict on
/// our machine, greeting or sender gives it at RCPT ("554 5.7.1 Relay access denied"). That is our
/// own server or place, which is set right one day; taken for the receiver's it would wipe
/// everybody's mail.
bool about_us(Exchange const& exchange) {
    auto const& code = exchange.enhanced;
    bool const at_receiver = exchange.verb == "RCPT";
    if (exchange.answer == 530 || code == "1.7" || code == "1.8" || code.starts_with("5.") ||
        (code.starts_with("3.") && code != "3.4"))
        return true;
    if (code.empty())
        return at_receiver && (exchange.answer == 554 || exchange.answer <= 504) &&
               exchange.answer != 501; // a syntax, which may be the address's
    return at_receiver && code.starts_with("7.");
}

} // namespace

Receipt receipt(CURLcode result, Exchange const& exchange) {
    // A 5xx is the receiver's server's about this mail when it answers RCPT, DATA or the message.
    // One in place of a greeting is not, nor is one that refuses TLS, our password or our sender.
    bool const about_this_mail =
        (exchange.verb == "RCPT" || exchange.verb == "DATA") && !about_us(exchange);
    Receipt receipt;
    if (result == CURLE_OK) {
        receipt.reception = Reception::accepted;
        return receipt;
    }
    if (result == CURLE_ABORTED_BY_CALLBACK)
        return {.reception = Reception::cut_short, .reason = "the program ended meanwhile"};
    if (about_this_mail && exchange.answer >= 500 && exchange.answer < 600) {
        receipt.reception = Reception::rejected;
        receipt.failure = failure_of(exchange);
    }
    receipt.reason = exchange.answer > 0 ? fmt::format("{} (last answer {})",
                                                       curl_easy_strerror(result), exchange.answer)
                                         : std::string{curl_easy_strerror(result)};
    return receipt;
}

} // namespace delivery
