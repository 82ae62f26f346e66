#include "support/stronghold.h"

#include "foundation/text.h"

#include <gtest/gtest.h>

/// security.md L13: mail in the agency's name without end, by who is not linked.
namespace {

using attack::Stronghold;
using attack::Visitor;
using portal::Account;

TEST(Limits, P2_17_an_unlinked_person_asks_for_a_code_five_times_an_hour_whatever_the_username) {
    Stronghold portal;
    auto const person = [](std::string const& name) {
        return portal::Identity{.pseudonym = foundation::sha256_hex(name),
                                .kvk = portal::KvkNumber::parse("12345678").value()};
    };
    auto const known = portal.world.add_account("bekend", portal.school);
    auto const asks = [&](Visitor& visitor, portal::Username const& username) {
        return visitor.post("/koppelen/geen-code", {{"gebruikersnaam", username.text()}});
    };
    Visitor guesser{portal};
    guesser.as(person("guesser"));
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(asks(guesser, portal::Username::mint(portal.world.randomness)).status, 303);
    for (auto const& username : {known.username, portal::Username::mint(portal.world.randomness)}) {
        auto const refused = asks(guesser, username);
        EXPECT_EQ(refused.status, 422);
        EXPECT_NE(refused.body.find("het afgelopen uur te vaak om een code gevraagd"),
                  std::string::npos);
    }
    EXPECT_FALSE(portal.world.account(known.id).code_requested_at);
    Visitor other{portal};
    other.as(person("other"));
    EXPECT_EQ(asks(other, known.username).status, 303);
    EXPECT_TRUE(portal.world.account(known.id).code_requested_at);
}

} // namespace
