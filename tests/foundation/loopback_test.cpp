#include "foundation/loopback.h"

#include <gtest/gtest.h>

using foundation::is_loopback;

TEST(Loopback, is_an_address_of_this_machine_alone) {
    for (auto const* address : {"127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1"})
        EXPECT_TRUE(is_loopback(address)) << address;
    for (auto const* address : {"126.255.255.255", "128.0.0.1", "0.0.0.0", "::", "::2", "1::1",
                                "192.0.2.1", "::ffff:192.0.2.1", "localhost", "127.1", ""})
        EXPECT_FALSE(is_loopback(address)) << address;
}
