#include "saml/back_channel.h"

#include "saml/transfer.h"

#include <memory>
#include <mutex>
#include <vector>

namespace saml {
namespace {

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, FreeList>;

/// Handles with their open connections, lent out one call at a time.
class Pool {
public:
    Handle borrow() {
        std::scoped_lock const lock{mutex_};
        if (idle_.empty())
            return new_handle();
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
        Received answer;
        prepare_message(handle.get(), address, body, answer);
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
        return std::move(answer.text);
    }

    /// A handle of its own: on a connection that is open already nothing would be seen.
    Knock knock(std::string const& address) {
        auto const handle = new_handle();
        Received answer;
        std::string const nothing;
        prepare_message(handle.get(), address, nothing, answer);
        set(handle.get(), CURLOPT_NOBODY, 1L);
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
    void prepare_message(CURL* handle, std::string const& address, std::string const& body,
                         Received& answer) const {
        prepare(handle, {address, settings_.authorities_file, settings_.timeout}, answer);
        set_client_certificate(handle);
        set(handle, CURLOPT_HTTPHEADER, headers_.get());
        set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        set(handle, CURLOPT_POSTFIELDS, body.data());
    }

    void set_client_certificate(CURL* handle) const {
        if (settings_.client_certificate_pem.empty())
            return;
        auto certificate = blob(settings_.client_certificate_pem);
        set(handle, CURLOPT_SSLCERT_BLOB, &certificate);
        auto key = blob(settings_.client_key_pem.reveal());
        set(handle, CURLOPT_SSLKEY_BLOB, &key);
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

Knock knock(BackChannelSettings settings, std::string const& address) {
    start_curl();
    return Channel{std::move(settings)}.knock(address);
}

BackChannel make_back_channel(BackChannelSettings settings) {
    start_curl();
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
