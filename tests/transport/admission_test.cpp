#include "transport/admission.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using transport::Admission;
using transport::Moment;

namespace {

constexpr Moment start{};

} // namespace

TEST(Admission, there_is_room_for_so_many_and_leaving_makes_room) {
    Admission house{2, 2, 1s};
    auto first = house.enter("a", start);
    auto const second = house.enter("b", start);
    EXPECT_FALSE(house.enter("c", start));
    first.reset();
    EXPECT_EQ(1u, house.present());
    EXPECT_TRUE(house.enter("c", start));
}

TEST(Admission, one_address_has_at_most_its_own_share) {
    Admission house{10, 2, 1s};
    auto const first = house.enter("a", start);
    auto const second = house.enter("a", start);
    EXPECT_FALSE(house.enter("a", start));
    EXPECT_TRUE(house.enter("b", start));
}

TEST(Admission, F8_at_a_full_house_the_longest_waiting_of_the_largest_party_leaves) {
    Admission house{4, 4, 1s};
    auto const alone = house.enter("a", start);
    auto const first = house.enter("b", start);
    auto const second = house.enter("b", start);
    auto const busy = house.enter("b", start);
    alone->keeps_us_waiting(start);
    first->keeps_us_waiting(start + 2s);
    second->keeps_us_waiting(start + 1s);
    first->keeps_us_waiting(start + 3s); // it asked something, and waits anew

    auto const newcomer = house.enter("c", start + 5s);
    EXPECT_TRUE(newcomer);
    EXPECT_TRUE(second->must_leave());
    EXPECT_FALSE(alone->must_leave() || first->must_leave() || busy->must_leave());
    EXPECT_EQ(4u, house.present());
}

TEST(Admission, F8_an_address_that_is_full_makes_room_for_itself_and_not_at_anothers_expense) {
    Admission house{10, 1, 1s};
    auto const own = house.enter("a", start);
    auto const other = house.enter("b", start);
    other->keeps_us_waiting(start);
    own->keeps_us_waiting(start + 1s);
    EXPECT_TRUE(house.enter("a", start + 5s));
    EXPECT_TRUE(own->must_leave());
    EXPECT_FALSE(other->must_leave());
}

TEST(Admission, nobody_is_asked_to_leave_before_our_patience_is_over_or_while_we_are_busy) {
    Admission house{1, 1, 1s};
    auto const guest = house.enter("a", start);
    guest->keeps_us_waiting(start);
    EXPECT_FALSE(house.enter("b", start + 999ms));
    guest->keeps_us_busy();
    EXPECT_FALSE(house.enter("b", start + 1s));
    guest->keeps_us_waiting(start + 1s);
    EXPECT_TRUE(house.enter("b", start + 2s));
}

TEST(Admission, who_was_asked_to_leave_is_counted_out_once) {
    Admission house{1, 1, 0s};
    auto first = house.enter("a", start);
    first->keeps_us_waiting(start);
    auto second = house.enter("b", start);
    first->keeps_us_waiting(start + 1s);
    first->keeps_us_busy();
    first.reset();
    EXPECT_EQ(1u, house.present());
    second.reset();
    EXPECT_EQ(0u, house.present());
}
