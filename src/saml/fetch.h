#pragma once
#include <chrono>
#include <expected>
#include <functional>
#include <stop_token>
#include <string>

namespace saml {

/// The document at an address that the operator configured, or why it could not be had.
/// It is given up when the program is to end.
using Fetch = std::function<std::expected<std::string, std::string>(std::string const& address,
                                                                    std::stop_token const& ending)>;

struct FetchSettings {
    std::string authorities_file{}; ///< these CAs and no others; empty: the system's
    std::chrono::milliseconds timeout{10'000};
};

/// Over HTTPS with the server's name and chain checked, 512 kB at most, no redirects (M1). Plain
/// HTTP only to this machine itself. Of an address in a message nothing is ever fetched.
Fetch make_fetch(FetchSettings settings);

} // namespace saml
