#include "broker/program/provider_source.h"

#include <curl/curl.h>

#include <fstream>
#include <memory>
#include <sstream>

namespace broker::program {
namespace {

using namespace std::chrono_literals;

constexpr auto fresh_for = 5s;
constexpr std::size_t largest = 512 * 1024;

using Address = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;
using Transfer = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

std::string part_of(Address const& address, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(address.get(), part, &text, 0) != CURLUE_OK)
        return {};
    std::string out{text};
    curl_free(text);
    return out;
}

/// libcurl gives up the transfer when less is taken than it offers.
std::size_t gather(char* bytes, std::size_t size, std::size_t count, void* into) {
    auto& body = *static_cast<std::string*>(into);
    if (body.size() + size * count > largest)
        return 0;
    body.append(bytes, size * count);
    return size * count;
}

std::expected<std::string, std::string> fetched(std::string const& address) {
    if (!is_on_this_machine(address))
        return std::unexpected{"metadata is fetched by http from this machine only"};
    Transfer const transfer{curl_easy_init(), curl_easy_cleanup};
    std::string body;
    curl_easy_setopt(transfer.get(), CURLOPT_URL, address.c_str());
    curl_easy_setopt(transfer.get(), CURLOPT_PROTOCOLS_STR, "http");
    curl_easy_setopt(transfer.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(transfer.get(), CURLOPT_TIMEOUT, 5L);
    curl_easy_setopt(transfer.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(transfer.get(), CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(transfer.get(), CURLOPT_WRITEFUNCTION, gather);
    curl_easy_setopt(transfer.get(), CURLOPT_WRITEDATA, &body);
    auto const result = curl_easy_perform(transfer.get());
    if (result != CURLE_OK)
        return std::unexpected{std::string{curl_easy_strerror(result)}};
    return body;
}

} // namespace

std::optional<std::string> content_of(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream content;
    content << file.rdbuf();
    return file ? std::optional{content.str()} : std::nullopt;
}

bool is_on_this_machine(std::string const& address) {
    Address const parsed{curl_url(), curl_url_cleanup};
    if (curl_url_set(parsed.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK)
        return false;
    auto const host = part_of(parsed, CURLUPART_HOST);
    return part_of(parsed, CURLUPART_SCHEME) == "http" && part_of(parsed, CURLUPART_USER).empty() &&
           (host == "localhost" || host == "127.0.0.1" || host == "[::1]");
}

std::expected<std::string, std::string> ProviderSource::metadata() const {
    if (where_.find("://") != std::string::npos)
        return fetched(where_);
    auto content = content_of(where_);
    if (!content)
        return std::unexpected{"the file cannot be read"};
    return *std::move(content);
}

std::expected<desk::Provider, std::string> ProviderSource::operator()(foundation::Instant now) {
    std::lock_guard const lock{mutex_};
    if (last_ && now < read_at_ + fresh_for)
        return last_;
    auto const text = metadata();
    if (!text)
        return std::unexpected{text.error()};
    auto read = reader_(*text);
    if (!read)
        return std::unexpected{read.error()};
    last_ = std::make_shared<ServiceProvider const>(*std::move(read));
    read_at_ = now;
    return last_;
}

} // namespace broker::program
