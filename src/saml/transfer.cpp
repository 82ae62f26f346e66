#include "saml/transfer.h"

#include <csignal>

namespace saml {
namespace {

constexpr std::size_t most_received = std::size_t{512} * 1024;

std::size_t take(char* bytes, std::size_t, std::size_t count, void* into) {
    auto& received = *static_cast<Received*>(into);
    if (received.text.size() + count > most_received) {
        received.too_large = true;
        return 0; // ends the transfer
    }
    received.text.append(bytes, count);
    return count;
}

} // namespace

void start_curl() {
    // A server that closes a TLS connection under our hands is an error of that call. Without this
    // it would end the portal: with CURLOPT_NOSIGNAL libcurl leaves the signal to the program.
    static bool const ready = std::signal(SIGPIPE, SIG_IGN) != SIG_ERR &&
                              curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!ready)
        throw foundation::Fault{"libcurl cannot be started"};
}

Handle new_handle() {
    Handle handle{curl_easy_init()};
    if (handle == nullptr)
        throw foundation::Fault{"libcurl has no handle for a connection"};
    return handle;
}

void prepare(CURL* handle, Peer const& peer, Received& received) {
    curl_easy_reset(handle);
    set(handle, CURLOPT_URL, peer.address.c_str());
    set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    set(handle, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1});
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_PROXY, "");
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(peer.timeout.count()));
    set(handle, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!peer.authorities_file.empty()) {
        set(handle, CURLOPT_CAINFO, peer.authorities_file.c_str());
        // Debian's libcurl believes the system's folder besides, unless it is told not to.
        set(handle, CURLOPT_CAPATH, static_cast<char const*>(nullptr));
    }
    set(handle, CURLOPT_WRITEFUNCTION, &take);
    set(handle, CURLOPT_WRITEDATA, static_cast<void*>(&received));
}

} // namespace saml
