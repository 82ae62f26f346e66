#include "web/visitor_address.h"

#include "foundation/text.h"

#include <algorithm>
#include <ranges>

namespace web {

namespace {

using foundation::IpAddress;
using foundation::Network;

bool is_ours(IpAddress const& address, std::span<Network const> proxies) {
    return std::ranges::any_of(proxies, [&](Network const& proxy) { return proxy.holds(address); });
}

/// An address as proxies write it, with or without a port: 192.0.2.1:443, [2001:db8::1]:443.
std::optional<IpAddress> address_in(std::string_view text) {
    auto entry = foundation::trimmed(text);
    if (entry.starts_with('[')) {
        entry.remove_prefix(1);
        return IpAddress::parse(entry.substr(0, entry.find(']')));
    }
    if (std::ranges::count(entry, ':') == 1)
        entry = entry.substr(0, entry.find(':'));
    return IpAddress::parse(entry);
}

} // namespace

std::optional<std::string> visitor_address(http::Request const& request,
                                           std::span<Network const> proxies) {
    auto address = IpAddress::parse(request.remote_address);
    if (!address || !is_ours(*address, proxies))
        return std::nullopt;
    for (auto const& [name, value] : std::views::reverse(request.headers)) {
        if (name != "x-forwarded-for")
            continue;
        for (auto const entry : std::views::reverse(foundation::split(value, ','))) {
            address = address_in(entry);
            if (!address)
                return std::nullopt;
            if (!is_ours(*address, proxies))
                return address->counted();
        }
    }
    return std::nullopt;
}

} // namespace web
