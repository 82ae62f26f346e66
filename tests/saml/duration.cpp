#include "saml/duration.h"

#include <gtest/gtest.h>

/// Periods as XML Schema writes them: how often metadata wants to be read again.
namespace {

using namespace std::chrono_literals;

TEST(Duration, is_read_as_xml_schema_writes_it) {
    using saml::read_duration;
    EXPECT_EQ(read_duration("P7D"), 7 * 24h);
    EXPECT_EQ(read_duration("PT1H30M"), 90min);
    EXPECT_EQ(read_duration("P1DT1S"), 24h + 1s);
    EXPECT_EQ(read_duration("P1Y2M"), (365 + 60) * 24h);
    EXPECT_EQ(read_duration("PT0.9S"), 0s);
    for (auto const* wrong : {"", "P", "PT", "P1", "1D", "-P1D", "P1H", "PT1D", "P1D1D", "P1S",
                              "P-1D", "P200Y", "P99999999999999999999D", "P1DT", "P1D "})
        EXPECT_FALSE(read_duration(wrong)) << wrong;
}

TEST(Duration, has_a_hundred_years_at_most) {
    using saml::read_duration;
    constexpr auto longest = std::chrono::seconds{100LL * 365 * 86'400};
    EXPECT_EQ(read_duration("P100Y"), longest);
    EXPECT_EQ(read_duration("PT3153600000S"), longest);
    EXPECT_EQ(read_duration("P99Y364DT86400S"), longest);
    for (auto const* longer : {"P100YT1S", "PT3153600001S", "P99Y364DT86401S", "P100Y1D",
                               "P9223372036854775807Y", "P9223372036854775808Y"})
        EXPECT_FALSE(read_duration(longer)) << longer;
}

} // namespace
