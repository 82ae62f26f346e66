#include "delivery/smtp.h"

#include "delivery/exchange.h"
#include "delivery/mime.h"
#include "foundation/fault.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstring>
#include <curl/curl.h>
#include <functional>
#include <memory>
#include <sys/socket.h>

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

/// When the program ends, the conversation that is under way gets a moment to come to its end: most
/// do, and a message that was sent whole without an answer arrives twice. libcurl looks here once a
/// second at least.
class LastMoment {
public:
    explicit LastMoment(std::stop_token const& ending)
        : asked_(ending, [this] { since_ = steady_clock::now().time_since_epoch().count(); }) {}

    static int look(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
        return static_cast<LastMoment*>(self)->is_over() ? 1 : 0;
    }

private:
    using steady_clock = std::chrono::steady_clock;

    bool is_over() const {
        steady_clock::duration const since{since_.load()};
        return since.count() != 0 &&
               steady_clock::now().time_since_epoch() - since > std::chrono::milliseconds{500};
    }

    std::atomic<steady_clock::rep> since_ = 0; ///< 0: nobody has asked
    std::stop_callback<std::function<void()>> asked_;
};

std::size_t ignore(char*, std::size_t size, std::size_t count, void*) { return size * count; }

template<class Value>
void set(Handle const& curl, CURLoption option, Value value) {
    if (curl_easy_setopt(curl.get(), option, value) != CURLE_OK)
        throw foundation::Fault("libcurl does not take an option of ours");
}

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

void shut(Handle const& curl, int ways) {
    curl_socket_t line = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(curl.get(), CURLINFO_ACTIVESOCKET, &line) == CURLE_OK &&
        line != CURL_SOCKET_BAD)
        ::shutdown(line, ways);
}

/// The end of a handle says QUIT and waits two minutes for the answer, by limits that are not ours:
/// as long as a lease, so that a mail that was taken would leave once more. It says it and hears
/// nothing.
void listen_no_more(Handle const& curl) { shut(curl, SHUT_RD); }

/// When the program ends nothing is said either, nor waited for a name that is still looked up.
void hang_up(Handle const& curl) {
    set(curl, CURLOPT_QUICK_EXIT, 1L);
    shut(curl, SHUT_RDWR);
}

void watch(Handle const& curl, LastMoment& moment) {
    set(curl, CURLOPT_NOPROGRESS, 0L);
    set(curl, CURLOPT_XFERINFOFUNCTION, &LastMoment::look);
    set(curl, CURLOPT_XFERINFODATA, static_cast<void*>(&moment));
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
        hang_up(curl);
    else
        listen_no_more(curl);
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
    listen_no_more(curl);
    return result.reception == Reception::accepted ? "" : result.reason;
}

} // namespace delivery
