#include "saml/fetch.h"

#include "foundation/fault.h"
#include "saml/back_channel.h"

#include <curl/curl.h>

#include <csignal>
#include <memory>

namespace saml {
namespace {

constexpr std::size_t largest_document = std::size_t{512} * 1024;

struct Close {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

struct Document {
    std::string text;
    bool too_large = false;
};

std::size_t take(char* bytes, std::size_t, std::size_t count, void* into) {
    auto& document = *static_cast<Document*>(into);
    if (document.text.size() + count > largest_document) {
        document.too_large = true;
        return 0; // ends the transfer
    }
    document.text.append(bytes, count);
    return count;
}

void prepare(CURL* handle, std::string const& address, FetchSettings const& settings,
             Document& document) {
    auto const set = [&](CURLoption option, auto value) {
        if (curl_easy_setopt(handle, option, value) != CURLE_OK)
            throw foundation::Fault{"fetching the broker's metadata cannot be set up"};
    };
    set(CURLOPT_URL, address.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1});
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout.count()));
    set(CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!settings.authorities_file.empty())
        set(CURLOPT_CAINFO, settings.authorities_file.c_str());
    set(CURLOPT_WRITEFUNCTION, &take);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&document));
}

std::expected<std::string, std::string> fetched(std::string const& address,
                                                FetchSettings const& settings) {
    if (!is_permitted_address(address, false))
        return std::unexpected{"the address is not https"};
    // A handle for each call: it happens a few times a day, and no connection is kept in between.
    std::unique_ptr<CURL, Close> const handle{curl_easy_init()};
    if (handle == nullptr)
        throw foundation::Fault{"no handle for fetching"};
    Document document;
    prepare(handle.get(), address, settings, document);
    auto const result = curl_easy_perform(handle.get());
    if (document.too_large)
        return std::unexpected{"it is larger than 512 kB"};
    if (result != CURLE_OK)
        return std::unexpected{std::string{curl_easy_strerror(result)}};
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status != 200)
        return std::unexpected{"http status " + std::to_string(status)};
    return std::move(document.text);
}

} // namespace

Fetch make_fetch(FetchSettings settings) {
    // As for the back channel: a server that closes under our hands must not end the portal.
    static bool const ready = std::signal(SIGPIPE, SIG_IGN) != SIG_ERR &&
                              curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!ready)
        throw foundation::Fault{"libcurl cannot be started"};
    return [settings = std::move(settings)](std::string const& address) {
        return fetched(address, settings);
    };
}

} // namespace saml
