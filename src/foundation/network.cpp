#include "foundation/network.h"

#include <algorithm>
#include <charconv>
#include <span>

#include <arpa/inet.h>

namespace foundation {
namespace {

constexpr std::array<std::uint8_t, 12> v4_in_v6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr int bits_before_v4 = 96;

struct Read {
    std::array<std::uint8_t, 16> bytes;
    bool is_v4;
    bool was_v4_in_v6 = false;
};

std::optional<Read> read(std::string_view text) {
    constexpr std::size_t longest = 45; // IPv6 with IPv4 at the end
    if (text.size() > longest || text.find('\0') != std::string_view::npos)
        return std::nullopt;
    std::string const ended{text};
    Read found{.bytes = {}, .is_v4 = true};
    if (inet_pton(AF_INET, ended.c_str(), found.bytes.data()) == 1)
        return found;
    if (inet_pton(AF_INET6, ended.c_str(), found.bytes.data()) != 1)
        return std::nullopt;
    found.is_v4 = found.was_v4_in_v6 =
        std::ranges::equal(v4_in_v6, std::span{found.bytes}.first(v4_in_v6.size()));
    if (found.is_v4) {
        std::ranges::copy(std::span{found.bytes}.last(4), found.bytes.begin());
        std::ranges::fill(std::span{found.bytes}.subspan(4), std::uint8_t{0});
    }
    return found;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    auto const end = text.data() + text.size();
    auto const [last, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || last != end || text.starts_with('-'))
        return std::nullopt;
    return value;
}

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
    auto const found = read(text);
    if (!found)
        return std::nullopt;
    IpAddress address;
    address.bytes_ = found->bytes;
    address.is_v4_ = found->is_v4;
    return address;
}

std::string IpAddress::counted() const {
    auto bytes = bytes_;
    if (!is_v4_)
        std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(is_v4_ ? AF_INET : AF_INET6, bytes.data(), text.data(), text.size());
    return std::string{text.data()} + (is_v4_ ? "" : "/64");
}

std::optional<Network> Network::parse(std::string_view text) {
    auto const slash = text.find('/');
    auto const found = read(text.substr(0, slash));
    auto const address = IpAddress::parse(text.substr(0, slash));
    if (!found || !address)
        return std::nullopt;
    int const most = found->is_v4 ? 32 : 128;
    if (slash == std::string_view::npos)
        return Network{*address, most};
    auto bits = number(text.substr(slash + 1));
    if (bits && found->was_v4_in_v6)
        *bits -= bits_before_v4;
    if (!bits || *bits < 1 || *bits > most)
        return std::nullopt;
    return Network{*address, *bits};
}

bool Network::holds(IpAddress const& address) const {
    if (address.is_v4_ != address_.is_v4_)
        return false;
    for (int bit = 0; bit < bits_; ++bit) {
        auto const place = static_cast<std::size_t>(bit / 8);
        auto const mask = 0x80U >> (bit % 8);
        if (((address.bytes_.at(place) ^ address_.bytes_.at(place)) & mask) != 0)
            return false;
    }
    return true;
}

} // namespace foundation
