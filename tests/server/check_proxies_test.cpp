#include "server/check/check.h"
#include "server/support/installation.h"

#include <gtest/gtest.h>

/// P3.10: by which machines the portal hears who a visitor is.
namespace {

bool says(Installation const& installation, std::string const& line) {
    return installation.checked().find(line) != std::string::npos;
}

TEST(CheckProxies, P3_10_tells_whether_a_visitors_address_is_known) {
    Installation const installation;
    EXPECT_TRUE(says(installation, "warning  proxies: there are none"));
    installation.configure("[server]", "[server]\nproxies = [\"10.0.0.0/8\", \"2001:db8::1\"]");
    EXPECT_TRUE(says(installation, "ok       proxies: ")) << installation.checked();
    auto const read = server::read_configuration(installation.configuration());
    EXPECT_EQ(2U, read.server.proxies.size());
}

TEST(CheckProxies, P3_10_what_is_no_network_or_is_everybody_stops_the_start) {
    for (std::string const text : {"proxy.example", "10.0.0.0/33", "0.0.0.0/0"}) {
        Installation const installation;
        installation.configure("[server]", "[server]\nproxies = [\"10.0.0.1\", \"" + text + "\"]");
        EXPECT_TRUE(says(installation, "wrong    configuration: [server] proxies: \"" + text +
                                           "\" is no address or network"))
            << installation.checked();
    }
}

} // namespace
