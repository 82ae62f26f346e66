#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foundation {

/// An address of the Internet. An IPv4 address that is written in IPv6 (::ffff:192.0.2.1) is that
/// IPv4 address.
class IpAddress {
public:
    static std::optional<IpAddress> parse(std::string_view text);

    /// By what limits count: an IPv4 address itself, and of IPv6 the first 64 bits, since whoever
    /// has one of those addresses has all of them.
    std::string counted() const;

    bool operator==(IpAddress const&) const = default;

private:
    friend class Network;
    std::array<std::uint8_t, 16> bytes_{}; ///< of IPv4 the first four
    bool is_v4_ = true;
};

/// The addresses that begin alike: "192.0.2.0/24", "2001:db8::/32", or one address alone.
class Network {
public:
    /// Nothing for what is no network, and for everybody ("0.0.0.0/0").
    static std::optional<Network> parse(std::string_view text);
    bool holds(IpAddress const& address) const;

private:
    Network(IpAddress const& address, int bits)
        : address_(address)
        , bits_(bits) {}
    IpAddress address_;
    int bits_;
};

} // namespace foundation
