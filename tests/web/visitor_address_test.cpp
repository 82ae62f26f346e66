#include "web/visitor_address.h"

#include <gtest/gtest.h>

using foundation::Network;

/// P3.10: limits by address want the visitor's own, and never that of somebody else.
namespace {

std::vector<Network> const proxies{Network::parse("10.0.0.0/8").value(),
                                   Network::parse("2001:db8:ffff::/48").value()};

std::string address(std::string peer, std::vector<std::string> const& forwarded,
                    std::vector<Network> const& ours = proxies) {
    http::Request request;
    request.remote_address = std::move(peer);
    request.headers.emplace_back("host", "mijnduo.example");
    for (auto const& line : forwarded)
        request.headers.emplace_back("x-forwarded-for", line);
    return web::visitor_address(request, ours).value_or("none");
}

} // namespace

TEST(VisitorAddress, P3_10_what_our_own_proxy_says_is_believed) {
    EXPECT_EQ("192.0.2.7", address("10.0.0.1", {"192.0.2.7"}));
    EXPECT_EQ("192.0.2.7", address("::ffff:10.0.0.1", {"192.0.2.7"}));
    EXPECT_EQ("2001:db8:1:2::/64", address("2001:db8:ffff::1", {"2001:db8:1:2::7"}));
    EXPECT_EQ("192.0.2.7", address("10.0.0.1", {"::ffff:192.0.2.7"}));
    EXPECT_EQ("192.0.2.7", address("10.0.0.1", {"192.0.2.7:51000"}));
    EXPECT_EQ("2001:db8:1:2::/64", address("10.0.0.1", {"[2001:db8:1:2::7]:51000"}));
}

TEST(VisitorAddress, P3_10_of_a_list_the_last_counts_that_is_no_proxy_of_ours) {
    EXPECT_EQ("192.0.2.7", address("10.0.0.1", {"203.0.113.5, 192.0.2.7"}));
    EXPECT_EQ("192.0.2.7", address("10.0.0.1", {"203.0.113.5, 192.0.2.7, 10.0.0.2"}));
    EXPECT_EQ("192.0.2.7", address("10.0.0.1", {"203.0.113.5", "192.0.2.7,10.0.0.2"}));
    EXPECT_EQ("192.0.2.7", address("10.0.0.1", {"192.0.2.7", "10.0.0.3 , 10.0.0.2"}));
}

TEST(VisitorAddress, P3_10_what_a_stranger_says_of_himself_is_not_believed) {
    EXPECT_EQ("none", address("192.0.2.9", {"192.0.2.7"}));
    EXPECT_EQ("none", address("10.0.0.1", {"192.0.2.7"}, {}));
    EXPECT_EQ("none", address("", {"192.0.2.7"}));
}

TEST(VisitorAddress, P3_10_an_address_that_is_missing_or_cannot_be_read_is_none) {
    EXPECT_EQ("none", address("10.0.0.1", {}));
    EXPECT_EQ("none", address("10.0.0.1", {""}));
    EXPECT_EQ("none", address("10.0.0.1", {"192.0.2.7, unknown"}));
    EXPECT_EQ("none", address("10.0.0.1", {"192.0.2.7,"}));
    EXPECT_EQ("none", address("10.0.0.1", {"10.0.0.2, 10.0.0.3"}));
}
