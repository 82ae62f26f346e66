#include "delivery/smtp.h"

#include "delivery/last_moment.h"
#include "delivery/mime.h"
#include "foundation/fault.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <curl/curl.h>
#include <fmt/format.h>
#include <memory>

namespace delivery {

namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;
using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

void start_curl_once() {
    static CURLcode const started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK)
        throw foundation::Fault("libcurl does not start");
}

std::string part_of(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK)
        return {};
    std::unique_ptr<char, decltype(&curl_free)> const owner{text, &curl_free};
    return text;
}

/// The host of smtp://host:port; empty when the URL is anything else.
std::string host_of(std::string const& text) {
    Url const url{curl_url(), &curl_url_cleanup};
    if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK)
        return {};
    auto const scheme = part_of(url.get(), CURLUPART_SCHEME);
    auto const path = part_of(url.get(), CURLUPART_PATH);
    bool const bare = part_of(url.get(), CURLUPART_USER).empty() &&
                      part_of(url.get(), CURLUPART_QUERY).empty() && (path.empty() || path == "/");
    return bare && (scheme == "smtp" || scheme == "smtps") ? part_of(url.get(), CURLUPART_HOST)
                                                           : "";
}

bool is_loopback(std::string_view host) {
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

/// The stretch of a message that libcurl has still to send.
struct Upload {
    std::string_view rest;

    static std::size_t read(char* buffer, std::size_t size, std::size_t count, void* self) {
        auto& rest = static_cast<Upload*>(self)->rest;
        std::size_t const length = std::min(size * count, rest.size());
        std::memcpy(buffer, rest.data(), length);
        rest.remove_prefix(length);
        return length;
    }
};

/// What the server was last asked, and what it said to that: of both only what has a meaning of its
/// own in RFC 5321 and RFC 3463, never a word of the server's or of ours.
struct Exchange {
    std::string verb;     ///< RCPT or DATA, which stands for the message too; else empty
    int answer = 0;       ///< 550
    std::string enhanced; ///< "1.1" of 5.1.1
    bool over = false;

    void asked(std::string_view line) {
        over = over || line.starts_with("QUIT");
        if (over)
            return;
        auto const word = line.substr(0, 4);
        verb = word == "RCPT" || word == "DATA" ? word : ""; // an AUTH line is a secret
        answer = 0;
        enhanced.clear();
    }
    void said(std::string_view line) {
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

    static int listen(CURL*, curl_infotype type, char* data, std::size_t size, void* self) {
        auto& exchange = *static_cast<Exchange*>(self);
        if (type == CURLINFO_HEADER_OUT)
            exchange.asked({data, size});
        else if (type == CURLINFO_HEADER_IN)
            exchange.said({data, size});
        return 0;
    }
};

std::size_t ignore(char*, std::size_t size, std::size_t count, void*) { return size * count; }

template<class Value>
void set(Handle const& curl, CURLoption option, Value value) {
    if (curl_easy_setopt(curl.get(), option, value) != CURLE_OK)
        throw foundation::Fault("libcurl does not take an option of ours");
}

/// libcurl tells of the conversation only to who asks to hear all of it.
void listen(Handle const& curl, Exchange& exchange) {
    set(curl, CURLOPT_VERBOSE, 1L);
    set(curl, CURLOPT_DEBUGFUNCTION, &Exchange::listen);
    set(curl, CURLOPT_DEBUGDATA, static_cast<void*>(&exchange));
}

void set_server(Handle const& curl, SmtpSettings const& settings, bool loopback,
                std::string const& greeting_domain) {
    // The path is the name we greet the server with.
    std::string url = settings.url;
    if (!url.ends_with('/'))
        url += '/';
    set(curl, CURLOPT_URL, (url + greeting_domain).c_str());
    set(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(curl, CURLOPT_PROXY, ""); // no proxy from the environment
    set(curl, CURLOPT_USE_SSL, loopback ? long{CURLUSESSL_NONE} : long{CURLUSESSL_ALL});
    set(curl, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    if (!settings.ca_file.empty()) {
        set(curl, CURLOPT_CAINFO, settings.ca_file.c_str());
        set(curl, CURLOPT_CAPATH, static_cast<char const*>(nullptr)); // nor the system's folder
    }
    if (!settings.user.empty()) {
        set(curl, CURLOPT_USERNAME, settings.user.c_str());
        set(curl, CURLOPT_PASSWORD, settings.password.reveal().c_str());
    }
    set(curl, CURLOPT_NOSIGNAL, 1L);
    set(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.at_most.count()));
    // Without this an SMTP answer may take two minutes of its own.
    set(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT,
        static_cast<long>(std::chrono::ceil<std::chrono::seconds>(settings.at_most).count()));
    set(curl, CURLOPT_WRITEFUNCTION, &ignore);
}

void watch(Handle const& curl, LastMoment& moment) {
    set(curl, CURLOPT_NOPROGRESS, 0L);
    set(curl, CURLOPT_XFERINFOFUNCTION, &LastMoment::look);
    set(curl, CURLOPT_XFERINFODATA, static_cast<void*>(&moment));
}

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

} // namespace

Smtp::Smtp(SmtpSettings settings)
    : settings_(std::move(settings))
    , loopback_(false) {
    start_curl_once();
    std::string const host = host_of(settings_.url);
    if (host.empty())
        throw foundation::Fault(
            "the mail server must be given as smtp://host:port or smtps://host:port");
    loopback_ = is_loopback(host);
}

Receipt Smtp::deliver(Parcel const& parcel, std::stop_token const& ending) {
    if (!is_one_address(parcel.from) || !is_one_address(parcel.to))
        return {.reception = Reception::rejected,
                .failure = portal::MailFailure::impossible,
                .reason = "not one e-mail address"};

    Exchange exchange; // these two outlive the handle, whose end may say QUIT
    LastMoment moment{ending};
    Handle const curl{curl_easy_init(), &curl_easy_cleanup};
    List const receivers{curl_slist_append(nullptr, parcel.to.c_str()), &curl_slist_free_all};
    if (!curl || !receivers)
        throw foundation::Fault("libcurl has no memory");
    Upload upload{.rest = parcel.message};
    set_server(curl, settings_, loopback_, parcel.from.substr(parcel.from.find('@') + 1));
    set(curl, CURLOPT_MAIL_FROM, parcel.from.c_str());
    set(curl, CURLOPT_MAIL_RCPT, receivers.get());
    set(curl, CURLOPT_UPLOAD, 1L);
    set(curl, CURLOPT_READFUNCTION, &Upload::read);
    set(curl, CURLOPT_READDATA, static_cast<void*>(&upload));
    set(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(parcel.message.size()));
    listen(curl, exchange);
    watch(curl, moment);
    auto const result = curl_easy_perform(curl.get());
    if (result == CURLE_ABORTED_BY_CALLBACK)
        hang_up(curl.get());
    return receipt(result, exchange);
}

std::string Smtp::knock(std::string const& from) {
    Exchange exchange;
    Handle const curl{curl_easy_init(), &curl_easy_cleanup};
    if (!curl)
        throw foundation::Fault("libcurl has no memory");
    set_server(curl, settings_, loopback_, from.substr(from.find('@') + 1));
    set(curl, CURLOPT_CUSTOMREQUEST, "NOOP");
    listen(curl, exchange);
    auto const result = receipt(curl_easy_perform(curl.get()), exchange);
    return result.reception == Reception::accepted ? "" : result.reason;
}

} // namespace delivery
