#pragma once
#include "foundation/fault.h"

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <string>

namespace saml {

// Every connection that this storey opens is set up here, and libcurl is seen by nobody else than
// the two who send over it: the back channel and the fetching of metadata.

struct CloseHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, CloseHandle>;

/// What comes in: 512 kB at most (security.md A2, M1), more ends the transfer.
struct Received {
    std::string text;
    bool too_large = false;
};

/// Whom to reach and whom to believe that it is them.
struct Peer {
    std::string const& address;
    std::string const& authorities_file; ///< these and no others; empty: the system's
    std::chrono::milliseconds timeout;   ///< for all of it
};

/// Whoever makes something that sends calls this, while the portal still has one thread: then the
/// start fails, and not the first sign-in. More than once does no harm. Throws Fault.
void start_curl();

/// After `start_curl`. Throws Fault when libcurl has none to give.
Handle new_handle();

/// Throws Fault when libcurl refuses the option.
void set(CURL* handle, CURLoption option, auto value) {
    if (curl_easy_setopt(handle, option, value) != CURLE_OK)
        throw foundation::Fault{"a connection to the broker cannot be set up as configured"};
}

/// TLS 1.2 at least with the server's name and chain checked, no redirects, no proxy, one time
/// limit for all (security.md A2, eherkenning.md 9.5). Forgets how the handle was set up before,
/// keeps its connections. What `peer` names and `received` must outlive the transfer.
void prepare(CURL* handle, Peer const& peer, Received& received);

} // namespace saml
