#include "portal/upkeep/night.h"

#include <gtest/gtest.h>

namespace {

std::string owed(std::string_view at) {
    return foundation::iso_date(portal::upkeep::night_owed(foundation::parse_rfc3339(at).value()));
}

TEST(Night, P8_14_is_owed_from_three_o_clock_in_amsterdam_until_the_next_three_o_clock) {
    EXPECT_EQ(owed("2026-11-23T01:59:59.999999Z"), "2026-11-22");
    EXPECT_EQ(owed("2026-11-23T02:00:00Z"), "2026-11-23");
    EXPECT_EQ(owed("2026-11-23T14:00:00Z"), "2026-11-23") << "also when nobody was there at three";
    EXPECT_EQ(owed("2026-11-24T01:59:59Z"), "2026-11-23");
    EXPECT_EQ(owed("2026-07-01T00:59:59Z"), "2026-06-30") << "in summer";
    EXPECT_EQ(owed("2026-07-01T01:00:00Z"), "2026-07-01");
}

TEST(Night, P8_14_comes_once_also_when_the_clock_is_set) {
    EXPECT_EQ(owed("2027-03-28T00:59:59Z"), "2027-03-27");
    EXPECT_EQ(owed("2027-03-28T01:00:00Z"), "2027-03-28") << "from two to three at once";
    EXPECT_EQ(owed("2026-10-25T01:59:59Z"), "2026-10-24") << "half past two comes twice";
    EXPECT_EQ(owed("2026-10-25T02:00:00Z"), "2026-10-25");
}

} // namespace
