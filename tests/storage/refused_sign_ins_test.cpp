#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;
using signing_in::Refused;
using signing_in::RefusedSignIn;

class RefusedSignIns : public OnTheArchive {
protected:
    static RefusedSignIn refused(std::string code, Refused whose, foundation::Duration later = {}) {
        return {.code = std::move(code),
                .at = now + later,
                .door = Door::agency,
                .whose = whose,
                .reason = "message refused",
                .detail = "9.10 signature",
                .words = "Wij konden uw inlog niet controleren"};
    }
    void keep(std::vector<RefusedSignIn> const& all, int most = 3) {
        change([&](Records& records) { records.keep_refused(all, most); });
    }
    std::size_t kept(std::string const& code) {
        return look([&](Records& records) { return records.refused_under(code).size(); });
    }
};
ON_BOTH_DATABASES(RefusedSignIns);

TEST_P(RefusedSignIns, P3_3_come_back_under_their_code_as_they_were) {
    keep({refused("7F3A0001", Refused::departed), refused("7F3A0002", Refused::stranger)});
    look([](Records& records) {
        auto const found = records.refused_under("7F3A0001");
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].code, "7F3A0001");
        EXPECT_EQ(found[0].at, now);
        EXPECT_EQ(found[0].door, Door::agency);
        EXPECT_EQ(found[0].whose, Refused::departed);
        EXPECT_EQ(found[0].reason, "message refused");
        EXPECT_EQ(found[0].detail, "9.10 signature");
        EXPECT_EQ(found[0].words, "Wij konden uw inlog niet controleren");
        EXPECT_EQ(records.refused_under("7F3A0002").at(0).whose, Refused::stranger);
        EXPECT_TRUE(records.refused_under("7F3A").empty()) << "a code is whole or it is none";
    });
}

TEST_P(RefusedSignIns, P3_10_strangers_push_out_strangers_and_nobody_else) {
    keep({refused("HONEST", Refused::departed)});
    for (int round = 0; round < 4; ++round)
        keep({refused("S" + std::to_string(2 * round), Refused::stranger),
              refused("S" + std::to_string(2 * round + 1), Refused::stranger)});
    EXPECT_EQ(kept("HONEST"), 1U);
    for (int number = 0; number < 8; ++number)
        EXPECT_EQ(kept("S" + std::to_string(number)), number < 5 ? 0U : 1U) << number;
}

TEST_P(RefusedSignIns, P3_10_more_at_once_than_a_ring_holds_leave_the_newest) {
    keep({refused("A", Refused::departed), refused("B", Refused::departed),
          refused("C", Refused::departed), refused("D", Refused::departed)});
    EXPECT_EQ(kept("A"), 0U);
    for (auto const* code : {"B", "C", "D"})
        EXPECT_EQ(kept(code), 1U) << code;
}

TEST_P(RefusedSignIns, a_code_that_was_drawn_twice_gives_both_the_newest_first) {
    keep({refused("SAME", Refused::stranger), refused("SAME", Refused::departed, 1s)});
    look([](Records& records) {
        auto const found = records.refused_under("SAME");
        ASSERT_EQ(found.size(), 2U);
        EXPECT_EQ(found[0].whose, Refused::departed);
        EXPECT_EQ(found[1].whose, Refused::stranger);
    });
}

TEST_P(RefusedSignIns, what_is_remembered_of_arrivals_goes_when_its_time_is_over) {
    change([](Records& records) {
        records.remember_once("departure", "over", now);
        records.remember_once("departure", "not over", now + 1us);
        records.forget_arrivals(Policy{}, now);
        EXPECT_TRUE(records.remember_once("departure", "over", now));
        EXPECT_FALSE(records.remember_once("departure", "not over", now));
    });
}

} // namespace
} // namespace storage
