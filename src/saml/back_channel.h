#pragma once
#include "foundation/secret.h"
#include "portal/signing_in/broker.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>

namespace saml {

/// Sends a SOAP message to an address of the broker and returns the body of its answer.
using BackChannel = std::function<std::expected<std::string, portal::Rejected>(
    std::string const& address, std::string const& body)>;

struct BackChannelSettings {
    std::string client_certificate_pem; ///< empty: the broker does not ask for one
    foundation::Secret<std::string> client_key_pem{std::string{}};
    std::string authorities_file; ///< these CAs and no others; empty: the system's
    std::chrono::milliseconds timeout{10'000};
};

/// Over HTTPS with the server's name and chain checked (eherkenning.md 9.5). Plain HTTP is used
/// only for an address that says so; `is_permitted_address` decides which may.
BackChannel make_back_channel(BackChannelSettings settings);

/// What came of a connection to an address of the broker over which nothing was asked.
struct Knock {
    std::string trouble;     ///< empty when it answered
    long status = 0;         ///< any answer will do: nobody was asked for anything
    std::int64_t clock = -1; ///< the other side's, in seconds since 1970; -1 when it tells none
};

/// Connects as the back channel does, our certificate included: HEAD, and no message.
Knock knock(BackChannelSettings settings, std::string const& address);

/// https always; plain http for this machine itself, or anywhere when development allows it.
bool is_permitted_address(std::string_view address, bool allow_plain_http);

} // namespace saml
