#pragma once
#include "foundation/network.h"
#include "http/message.h"

#include <optional>
#include <span>
#include <string>

namespace web {

/// The visitor's address, as limits count it (P3.10). What a request says of it (X-Forwarded-For)
/// is believed only as far as our own proxies wrote it: the connection must come from one of them,
/// and from the end of the list the first address counts that is none of them. Nothing when it is
/// not known so: what comes from an unknown machine may come from a proxy that nobody told us of,
/// with a whole country behind it, so its own address says nothing either.
std::optional<std::string> visitor_address(http::Request const& request,
                                           std::span<foundation::Network const> proxies);

} // namespace web
