#include "portal/signing_in/allowance.h"
#include "portal/signing_in/sign_in.h"

#include "foundation/text.h"
#include "support/cast.h"

#include <gtest/gtest.h>

/// What a browser keeps of a departure, and how many strangers get one (decision 0106).
namespace {

using namespace std::chrono_literals;
using portal::Allowance;
using portal::Door;
using portal::Vault;
using portal::signing_in::brought_back;
using portal::signing_in::DepartureNote;
using portal::signing_in::Tickets;

foundation::Instant const start = cast::at("2026-11-23T10:00:00Z");

struct Departure : testing::Test {
    foundation::SeededRandomness randomness{1};
    foundation::MasterKey key = own_key();
    Vault vault{.randomness = randomness, .key = key};
    Tickets tickets = left();

    foundation::MasterKey own_key() {
        return foundation::MasterKey::parse(foundation::MasterKey::mint(randomness)).value();
    }
    Tickets left(std::string const& path = "/taken/rio?stap=2", Door door = Door::eherkenning) {
        return portal::signing_in::depart(vault,
                                          {.request_id = "_request",
                                           .departed_at = start,
                                           .minimum_level = portal::AssuranceLevel::loa4},
                                          "", path, portal::Language::english,
                                          {.door = door,
                                           .account = portal::AccountId::parse("anna").value(),
                                           .session_digest = "digest"});
    }
    bool back(Tickets const& brought, foundation::Instant at = start,
              Door door = Door::eherkenning) {
        return brought_back(vault, cast::policy, brought, at, door).has_value();
    }
};

TEST_F(Departure, P3_10_comes_back_as_it_left_and_nothing_of_it_can_be_read) {
    auto const note = brought_back(vault, cast::policy, tickets, start).value();
    EXPECT_EQ(note.pending.request_id, "_request");
    EXPECT_EQ(note.pending.departed_at, start);
    EXPECT_EQ(note.pending.minimum_level, portal::AssuranceLevel::loa4);
    EXPECT_EQ(note.return_path, "/taken/rio?stap=2");
    EXPECT_EQ(note.language, portal::Language::english);
    EXPECT_EQ(note.account, portal::AccountId::parse("anna"));
    EXPECT_EQ(note.session_digest, "digest");
    auto const bytes = foundation::unbase64(tickets.departure).value();
    for (auto const* part : {"_request", "rio", "anna", "digest", "loa4"})
        EXPECT_FALSE(bytes.contains(part)) << part;
    EXPECT_NE(left().departure, left().departure);
}

TEST_F(Departure, P3_10_that_was_altered_anywhere_is_none) {
    auto const bytes = foundation::unbase64(tickets.departure).value();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto altered = bytes;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        auto brought = tickets;
        brought.departure = foundation::base64(altered);
        EXPECT_FALSE(back(brought)) << i;
    }
    auto brought = tickets;
    brought.departure = foundation::base64(bytes.substr(0, bytes.size() - 1));
    EXPECT_FALSE(back(brought));
    brought.departure.clear();
    EXPECT_FALSE(back(brought));
}

TEST_F(Departure, P3_10_of_another_installation_or_sealed_for_something_else_is_none) {
    auto brought = tickets;
    auto const text = key.open("departure", tickets.departure).value();
    brought.departure = own_key().seal("departure", text, randomness);
    EXPECT_FALSE(back(brought));
    brought.departure = key.seal("mail", text, randomness);
    EXPECT_FALSE(back(brought));
    brought.departure = key.seal("departure", text, randomness);
    EXPECT_TRUE(back(brought));
    brought.departure = key.seal("departure", text + "\nmore", randomness);
    EXPECT_FALSE(back(brought)) << "of a version with other fields";
    brought.departure = key.seal("departure", "2" + text.substr(1), randomness);
    EXPECT_FALSE(back(brought)) << "of a later version";
}

TEST_F(Departure, P2_belongs_to_its_browser_its_handle_and_its_door) {
    EXPECT_TRUE(back(tickets));
    auto const other = left();
    EXPECT_FALSE(back({other.browser, tickets.relay, tickets.departure}));
    EXPECT_FALSE(back({tickets.browser, other.relay, tickets.departure}));
    EXPECT_FALSE(back({tickets.browser, tickets.relay, other.departure}));
    EXPECT_FALSE(back({"", tickets.relay, tickets.departure}));
    EXPECT_FALSE(back({tickets.browser, "", tickets.departure}));
    EXPECT_FALSE(back(tickets, start, Door::agency));
    auto const staff = left("/dienst", Door::agency);
    EXPECT_FALSE(back(staff));
    EXPECT_TRUE(back(staff, start, Door::agency));
}

TEST_F(Departure, lasts_half_an_hour_and_not_a_microsecond_longer) {
    EXPECT_TRUE(back(tickets, start + 30min - 1us));
    EXPECT_FALSE(back(tickets, start + 30min));
}

TEST_F(Departure, with_a_path_that_no_cookie_holds_leads_to_the_overview) {
    auto const path_back = [&](std::string const& path) {
        return brought_back(vault, cast::policy, left(path), start).value().return_path;
    };
    std::string const longest = "/" + std::string(1023, 'a');
    EXPECT_EQ(path_back(longest), longest);
    EXPECT_EQ(path_back(longest + "a"), "");
    EXPECT_LT(left(longest).departure.size(), 2048U) << "four of them travel in one head";
}

TEST(AnAllowance, P3_10_gives_so_many_at_once_and_then_so_many_a_second) {
    Allowance allowance{{.each_second = 40, .at_once = 120}};
    auto const taken = [&](foundation::Instant at) {
        int count = 0;
        while (count < 1000 && allowance.take(at))
            ++count;
        return count;
    };
    EXPECT_EQ(taken(start), 120);
    EXPECT_EQ(taken(start), 0);
    EXPECT_EQ(taken(start + 25ms - 1us), 0);
    EXPECT_EQ(taken(start + 25ms), 1);
    EXPECT_EQ(taken(start + 1s), 39);
    EXPECT_EQ(taken(start + 24h), 120) << "a quiet day saves no more than that";
}

TEST(AnAllowance, P3_10_a_clock_that_was_set_back_does_not_refuse_until_it_has_caught_up) {
    Allowance allowance{{.each_second = 40, .at_once = 1}};
    EXPECT_TRUE(allowance.take(start + 1h));
    EXPECT_FALSE(allowance.take(start));
    EXPECT_TRUE(allowance.take(start + 25ms));
}

/// With a key in a token at 10 ms a signature: everybody who logs in at the busiest moment gets
/// one, and whoever asks for all he can get leaves the token most of its time.
TEST(AnAllowance, P3_10_honest_logins_never_meet_it_also_with_a_slow_key) {
    Allowance allowance{{.each_second = 40, .at_once = 120}};
    int refused = 0;
    for (int login = 0; login < 100; ++login)
        refused += allowance.take(start) ? 0 : 1; // a hundred at the same moment
    for (int login = 0; login < 21'600; ++login)  // and 36 a second for ten minutes
        refused += allowance.take(start + 1s + login * 1'000'000us / 36) ? 0 : 1;
    EXPECT_EQ(refused, 0);
    auto const from = start + 1h;
    int signatures = 0;
    for (int request = 0; request < 600'000; ++request) // a stranger, 10,000 a second for a minute
        signatures += allowance.take(from + request * 100us) ? 1 : 0;
    EXPECT_LE(signatures * 10ms, 60s * 45 / 100);
}

} // namespace
