#include "support/world.h"

#include "web/signing_in/doorstep.h"

#include "foundation/fault.h"

#include <gtest/gtest.h>

/// What a process holds of people who are not in has an end (decision 0106).
namespace {

using namespace std::chrono_literals;
using portal::signing_in::Refused;
using web::signing_in::Doorstep;

portal::signing_in::RefusedSignIn refused(std::string code, Refused whose) {
    return {.code = std::move(code),
            .at = {},
            .whose = whose,
            .reason = "message refused",
            .detail = {},
            .words = {}};
}

struct OnTheDoorstep : testing::Test {
    world::World world;
    Doorstep doorstep{{.each_second = 1, .at_once = 1}};

    std::size_t kept(std::string const& code) {
        return world.archive->look(
            [&](portal::Records& records) { return records.refused_under(code).size(); });
    }
};

TEST_F(OnTheDoorstep, P3_10_so_many_of_each_kind_wait_and_strangers_take_nobodys_place) {
    for (int i = 0; i < 1000; ++i)
        doorstep.put_by(refused("S" + std::to_string(i), Refused::stranger));
    for (int i = 0; i < 501; ++i)
        doorstep.put_by(refused("D" + std::to_string(i), Refused::departed));
    doorstep.keep(*world.archive);
    EXPECT_EQ(kept("S19"), 1U);
    EXPECT_EQ(kept("S20"), 0U);
    EXPECT_EQ(kept("D499"), 1U);
    EXPECT_EQ(kept("D500"), 0U);
}

TEST_F(OnTheDoorstep, P3_3_what_could_not_be_written_is_written_the_next_time) {
    doorstep.put_by(refused("A", Refused::departed));
    auto const rename = [&](std::string const& sql) {
        auto transaction = storage::driver::Transaction{world.database};
        transaction.execute_script(sql);
        transaction.commit();
    };
    rename("alter table refused_sign_ins rename to away");
    EXPECT_THROW(doorstep.keep(*world.archive), foundation::Fault);
    rename("alter table away rename to refused_sign_ins");
    doorstep.put_by(refused("B", Refused::departed));
    doorstep.keep(*world.archive);
    doorstep.keep(*world.archive);
    EXPECT_EQ(kept("A"), 1U);
    EXPECT_EQ(kept("B"), 1U);
}

TEST_F(OnTheDoorstep, P3_10_lines_of_strangers_have_a_limit_and_say_how_many_had_none) {
    int lines = 0;
    while (doorstep.may_log(Refused::stranger, world.now))
        ++lines;
    EXPECT_EQ(lines, 200);
    for (int i = 0; i < 9; ++i)
        EXPECT_FALSE(doorstep.may_log(Refused::stranger, world.now));
    EXPECT_EQ(doorstep.may_log(Refused::departed, world.now), 0U) << "has lines of its own";
    EXPECT_EQ(doorstep.may_log(Refused::stranger, world.now + 100ms), 10U);
    EXPECT_EQ(doorstep.may_log(Refused::stranger, world.now + 200ms), 0U);
}

/// Ten minutes at full rate, of both kinds: less than 5 MB of lines of 150 bytes.
TEST_F(OnTheDoorstep, P3_10_ten_minutes_of_refusals_stay_below_5_MB_of_log) {
    std::size_t lines = 0;
    for (auto at = world.now; at < world.now + 10min; at += 5ms)
        for (auto const whose : {Refused::departed, Refused::stranger})
            lines += doorstep.may_log(whose, at) ? 1U : 0U;
    EXPECT_LT(lines * 150, 5'000'000U);
    EXPECT_GT(lines, 20'000U);
}

TEST_F(OnTheDoorstep, P3_10_the_departures_it_remembers_have_an_end) {
    for (int i = 0; i <= 20'000; ++i) {
        EXPECT_TRUE(doorstep.use_up(std::to_string(i)));
        EXPECT_FALSE(doorstep.use_up(std::to_string(i)));
    }
    EXPECT_FALSE(doorstep.is_used_up("0"));
    EXPECT_TRUE(doorstep.is_used_up("1"));
    EXPECT_TRUE(doorstep.is_used_up("20000"));
}

} // namespace
