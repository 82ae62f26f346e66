#include "saml/fetch.h"

#include "saml/back_channel.h"
#include "saml/transfer.h"

namespace saml {
namespace {

/// libcurl looks here once a second at least.
int is_ending(void* ending, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<std::stop_token const*>(ending)->stop_requested() ? 1 : 0;
}

/// Nor does the end of the handle wait for a name that is still looked up.
void give_up_at_the_end(CURL* handle, std::stop_token const& ending) {
    set(handle, CURLOPT_QUICK_EXIT, 1L);
    set(handle, CURLOPT_NOPROGRESS, 0L);
    set(handle, CURLOPT_XFERINFOFUNCTION, &is_ending);
    set(handle, CURLOPT_XFERINFODATA, &ending);
}

std::expected<std::string, std::string>
fetched(std::string const& address, FetchSettings const& settings, std::stop_token const& ending) {
    if (!is_permitted_address(address, false))
        return std::unexpected{"the address is not https"};
    // A handle for each call: it happens a few times a day, and no connection is kept in between.
    auto const handle = new_handle();
    Received document;
    prepare(handle.get(), {address, settings.authorities_file, settings.timeout}, document);
    give_up_at_the_end(handle.get(), ending);
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
    start_curl();
    return [settings = std::move(settings)](std::string const& address,
                                            std::stop_token const& ending) {
        return fetched(address, settings, ending);
    };
}

} // namespace saml
