#include "foundation/network.h"

#include <gtest/gtest.h>

using foundation::IpAddress;
using foundation::Network;

namespace {

std::string counted(std::string_view text) {
    auto const address = IpAddress::parse(text);
    return address ? address->counted() : "none";
}

bool holds(std::string_view network, std::string_view address) {
    return Network::parse(network).value().holds(IpAddress::parse(address).value());
}

} // namespace

TEST(IpAddress, P3_10_limits_count_an_address_of_IPv4_and_the_half_of_one_of_IPv6) {
    EXPECT_EQ("192.0.2.1", counted("192.0.2.1"));
    EXPECT_EQ("192.0.2.1", counted("::ffff:192.0.2.1"));
    EXPECT_EQ("192.0.2.1", counted("::ffff:c000:201"));
    EXPECT_EQ("2001:db8:1:2::/64", counted("2001:db8:1:2:3:4:5:6"));
    EXPECT_EQ("2001:db8:1:2::/64", counted("2001:DB8:1:2:ffff::"));
    EXPECT_EQ("2001:db8:1:3::/64", counted("2001:db8:1:3:3:4:5:6"));
}

TEST(IpAddress, what_is_no_address_is_none) {
    for (std::string_view const text :
         {"", " ", "unknown", "192.0.2", "192.0.2.256", "0192.0.2.1", "192.0.2.1 ", "1.2.3.4:80",
          "[::1]", "::g", "fe80::1%eth0", "2001:db8::1::2"})
        EXPECT_EQ("none", counted(text)) << text;
    EXPECT_EQ("none", counted(std::string_view{"192.0.2.1\0x", 11}));
    EXPECT_EQ("none", counted(std::string(100'000, '1')));
}

TEST(Network, holds_what_begins_alike) {
    EXPECT_TRUE(holds("10.0.0.0/8", "10.255.0.1"));
    EXPECT_FALSE(holds("10.0.0.0/8", "11.0.0.1"));
    EXPECT_TRUE(holds("192.0.2.128/25", "192.0.2.129"));
    EXPECT_FALSE(holds("192.0.2.128/25", "192.0.2.127"));
    EXPECT_TRUE(holds("192.0.2.1", "192.0.2.1"));
    EXPECT_FALSE(holds("192.0.2.1", "192.0.2.2"));
    EXPECT_TRUE(holds("192.0.2.1/32", "::ffff:192.0.2.1"));
    EXPECT_TRUE(holds("::ffff:10.0.0.0/104", "10.1.2.3"));
    EXPECT_FALSE(holds("::ffff:10.0.0.0/104", "11.1.2.3"));
    EXPECT_TRUE(holds("2001:db8::/33", "2001:db8:7fff::1"));
    EXPECT_FALSE(holds("2001:db8::/33", "2001:db8:8000::1"));
    EXPECT_TRUE(holds("::1", "::1"));
    EXPECT_FALSE(holds("a00::/8", "10.0.0.1"));
}

TEST(Network, nobody_and_everybody_are_no_networks) {
    for (std::string_view const text :
         {"", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x", "10.0.0.0/ 8",
          "10.0.0.0/8/8", "::/129", "proxy.example", "0.0.0.0/0", "::/0", "::ffff:0:0/96",
          "::ffff:0:0/8"})
        EXPECT_FALSE(Network::parse(text)) << text;
}
