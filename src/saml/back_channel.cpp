#include "saml/back_channel.h"

#include "foundation/fault.h"

#include <curl/curl.h>

#include <csignal>
#include <memory>
#include <mutex>
#include <vector>

namespace saml {
namespace {

constexpr std::size_t largest_answer = std::size_t{512} * 1024; // security.md A2

struct Close {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Close>;
using Headers = std::unique_ptr<curl_slist, Close>;

struct Answer {
    std::string body;
    bool too_large = false;
};

std::size_t take(char* bytes, std::size_t, std::size_t count, void* into) {
    auto& answer = *static_cast<Answer*>(into);
    if (answer.body.size() + count > largest_answer) {
        answer.too_large = true;
        return 0; // ends the transfer
    }
    answer.body.append(bytes, count);
    return count;
}

/// Handles with their open connections, lent out one call at a time.
class Pool {
public:
    Handle borrow() {
        std::scoped_lock const lock{mutex_};
        if (idle_.empty())
            return Handle{curl_easy_init()};
        auto handle = std::move(idle_.back());
        idle_.pop_back();
        return handle;
    }
    void give_back(Handle handle) {
        std::scoped_lock const lock{mutex_};
        if (idle_.size() < most_idle)
            idle_.push_back(std::move(handle));
    }

private:
    static constexpr std::size_t most_idle = 8;
    std::mutex mutex_;
    std::vector<Handle> idle_;
};

std::unexpected<portal::Rejected> failed(std::string detail, portal::Rejection reason) {
    return std::unexpected{portal::Rejected{.reason = reason, .detail = std::move(detail)}};
}

/// With these somebody in front of the broker says that it is not there. Any other status is an
/// answer to the message: SOAP sends its faults with 500, others say 400 or 403 to an artifact that
/// they do not know, and whoever makes up artifacts must not make the broker seem away.
bool says_away(long status) { return status >= 502 && status <= 504; }

class Channel {
public:
    explicit Channel(BackChannelSettings settings)
        : settings_(std::move(settings))
        , headers_(curl_slist_append(nullptr, "Content-Type: text/xml")) {
        // A SOAP message is sent at once, without asking the server's leave first.
        curl_slist_append(headers_.get(), "Expect:");
    }

    std::expected<std::string, portal::Rejected> post(std::string const& address,
                                                      std::string const& body) {
        auto handle = pool_.borrow();
        if (handle == nullptr)
            throw foundation::Fault{"no handle for the back channel"};
        Answer answer;
        prepare(handle.get(), address, body, answer);
        auto const result = curl_easy_perform(handle.get());
        long status = 0;
        curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
        pool_.give_back(std::move(handle));
        if (answer.too_large)
            return failed("9.5 size", portal::Rejection::message_refused);
        if (result != CURLE_OK)
            return failed(std::string{"9.5 "} + curl_easy_strerror(result),
                          portal::Rejection::broker_unavailable);
        if (status != 200)
            return std::unexpected{
                portal::Rejected{.reason = portal::Rejection::broker_unavailable,
                                 .detail = "9.5 http status " + std::to_string(status),
                                 .answered = !says_away(status)}};
        return std::move(answer.body);
    }

    /// A handle of its own: on a connection that is open already nothing would be seen.
    Knock knock(std::string const& address) {
        Handle const handle{curl_easy_init()};
        if (!handle)
            throw foundation::Fault{"no handle for the back channel"};
        Answer answer;
        std::string const nothing;
        prepare(handle.get(), address, nothing, answer);
        curl_easy_setopt(handle.get(), CURLOPT_NOBODY, 1L);
        Knock told;
        if (auto const result = curl_easy_perform(handle.get()); result != CURLE_OK)
            told.trouble = curl_easy_strerror(result);
        curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &told.status);
        curl_header* date = nullptr;
        if (curl_easy_header(handle.get(), "Date", 0, CURLH_HEADER, -1, &date) == CURLHE_OK)
            told.clock = curl_getdate(date->value, nullptr);
        return told;
    }

private:
    void prepare(CURL* handle, std::string const& address, std::string const& body,
                 Answer& answer) {
        auto const set = [&](CURLoption option, auto value) {
            if (curl_easy_setopt(handle, option, value) != CURLE_OK)
                throw foundation::Fault{"the back channel cannot be set up as configured"};
        };
        curl_easy_reset(handle); // keeps the connections
        set(CURLOPT_URL, address.c_str());
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1});
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_PROXY, "");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings_.timeout.count()));
        set(CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        if (!settings_.authorities_file.empty())
            set(CURLOPT_CAINFO, settings_.authorities_file.c_str());
        set_client_certificate(set);
        set(CURLOPT_HTTPHEADER, headers_.get());
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        set(CURLOPT_POSTFIELDS, body.data());
        set(CURLOPT_WRITEFUNCTION, &take);
        set(CURLOPT_WRITEDATA, static_cast<void*>(&answer));
    }

    void set_client_certificate(auto const& set) const {
        if (settings_.client_certificate_pem.empty())
            return;
        set(CURLOPT_SSLCERT_BLOB,
            std::make_unique<curl_blob>(blob(settings_.client_certificate_pem)).get());
        set(CURLOPT_SSLKEY_BLOB,
            std::make_unique<curl_blob>(blob(settings_.client_key_pem.reveal())).get());
    }

    static curl_blob blob(std::string const& text) {
        return {.data = const_cast<char*>(text.data()), // NOLINT: copied by curl
                .len = text.size(),
                .flags = CURL_BLOB_COPY};
    }

    BackChannelSettings settings_;
    Headers headers_;
    Pool pool_;
};

} // namespace

namespace {

void start_curl_once() {
    // A broker that closes a TLS connection under our hands is an error of that call. Without this
    // it would end the portal: with CURLOPT_NOSIGNAL libcurl leaves the signal to the program.
    static bool const ready = std::signal(SIGPIPE, SIG_IGN) != SIG_ERR &&
                              curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!ready)
        throw foundation::Fault{"libcurl cannot be started"};
}

} // namespace

Knock knock(BackChannelSettings settings, std::string const& address) {
    start_curl_once();
    return Channel{std::move(settings)}.knock(address);
}

BackChannel make_back_channel(BackChannelSettings settings) {
    start_curl_once();
    return [channel = std::make_shared<Channel>(std::move(settings))](std::string const& address,
                                                                      std::string const& body) {
        return channel->post(address, body);
    };
}

bool is_permitted_address(std::string_view address, bool allow_plain_http) {
    bool const is_https = address.starts_with("https://");
    if (!is_https && !address.starts_with("http://"))
        return false;
    auto const from = address.find("://") + 3;
    auto const host = address.substr(from, address.find_first_of("/?#", from) - from);
    // A name or number and a port, no user: it comes to stand in a page's content security policy.
    static constexpr std::string_view permitted =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]";
    if (host.empty() || host.find_first_not_of(permitted) != std::string_view::npos)
        return false;
    auto const is_host = [&](std::string_view name) {
        return host == name || (host.starts_with(name) && host[name.size()] == ':');
    };
    return is_https || allow_plain_http || is_host("127.0.0.1") || is_host("[::1]") ||
           is_host("localhost");
}

} // namespace saml
