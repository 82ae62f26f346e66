#include "server/commands.h"
#include "server/house.h"
#include "server/housekeeping.h"
#include "server/support/installation.h"

#include <gtest/gtest.h>

/// `mijnduo refusal CODE`: what the helpdesk reads of a page of refusal (P3.3, P8.8).
namespace {

using portal::signing_in::Refused;
using portal::signing_in::RefusedSignIn;

RefusedSignIn refused(std::string const& code, Refused whose) {
    return {.code = code,
            .at = foundation::parse_rfc3339("2026-11-23T10:00:00Z").value(),
            .door = portal::Door::eherkenning,
            .whose = whose,
            .reason = "level too low",
            .detail = "9.13 level",
            .words = "Uw eHerkenningmiddel heeft een te laag niveau"};
}

struct RefusalCommand : testing::Test {
    Installation installation;
    server::House house{server::read_configuration(installation.configuration())};
    web::signing_in::Doorstep doorstep{{.each_second = 1, .at_once = 1}};

    void SetUp() override { house.migrate(server::clock_now()); }
};

TEST_F(RefusalCommand, P3_3_tells_moment_door_reason_and_words_of_either_kind) {
    doorstep.put_by(refused("7F3A0001", Refused::departed));
    doorstep.put_by(refused("7F3A0002", Refused::stranger));
    doorstep.keep(*house.archive);
    EXPECT_EQ(server::refusals_told(*house.archive, "7F3A0001"),
              "code     7F3A0001\n"
              "moment   2026-11-23T10:00:00Z\n"
              "door     eHerkenning\n"
              "reason   level too low\n"
              "check    9.13 level\n"
              "page     Uw eHerkenningmiddel heeft een te laag niveau\n"
              "came     back from a login that began here");
    EXPECT_TRUE(server::refusals_told(*house.archive, " 7f3a0002 ")->contains("without a login"))
        << "as it is read out over the telephone";
}

TEST_F(RefusalCommand, P3_3_says_so_when_nothing_is_kept_under_the_code) {
    EXPECT_FALSE(server::refusals_told(*house.archive, "7F3A0001"));
    EXPECT_EQ(server::refusal(house, "7F3A0001"), 1);
}

TEST_F(RefusalCommand, P3_10_what_was_put_by_is_written_when_the_server_ends) {
    doorstep.put_by(refused("7F3A0001", Refused::departed));
    {
        server::Housekeeping const housekeeping{house, doorstep, [](std::string_view) {}};
    }
    EXPECT_EQ(server::refusal(house, "7F3A0001"), 0);
}

} // namespace
