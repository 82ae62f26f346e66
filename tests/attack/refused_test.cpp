#include "support/staff_house.h"
#include "support/stronghold.h"

#include "foundation/text.h"
#include "web/visitor.h"

#include <gtest/gtest.h>

#include <algorithm>

/// P3.10: strangers at the way in. What they send leaves nothing for good, and nobody who logs in
/// notices them.
namespace {

using namespace std::chrono_literals;
using attack::Stronghold;
using attack::Visitor;
using portal::Records;

constexpr auto everything_kept = storage::driver::Statement{
    "select (select count(*) from journal) + (select count(*) from departures) + "
    "(select count(*) from remembered) + (select count(*) from sessions) + "
    "(select count(*) from refused_sign_ins)"};

std::string prefix() { return std::string{web::browser_cookie} + '-'; }

std::vector<std::pair<std::string, std::string>> cookies_set(http::Response const& response) {
    std::vector<std::pair<std::string, std::string>> all;
    for (auto const& [name, value] : response.headers) {
        auto const equals = value.find('=');
        if (name == "Set-Cookie")
            all.emplace_back(value.substr(0, equals),
                             value.substr(equals + 1, value.find(';') - equals - 1));
    }
    return all;
}

class PassersBy : public testing::Test {
protected:
    Stronghold portal;
    Visitor browser{portal};

    std::int64_t rows() {
        auto transaction =
            storage::driver::Transaction{portal.world.database, storage::driver::Access::reading};
        return transaction.one(everything_kept)->integer(0);
    }
    std::size_t journal() {
        return portal.world.archive->look(
            [](Records& records) { return records.journal_after(0, 10'000).size(); });
    }
    std::size_t lines() {
        auto const text = portal.written();
        return static_cast<std::size_t>(std::ranges::count(text, '\n')) - journal();
    }
    std::string held_for(attack::Trip const& trip) {
        return portal.hold({.login = portal.login_for(trip.request_id), .said = ""});
    }
    std::string figure(std::string const& name) {
        auto const text = portal.world.figures.written();
        auto const at = text.find('\n' + name + ' ');
        return at == std::string::npos
                   ? "none"
                   : text.substr(at + name.size() + 2,
                                 text.find('\n', at + 1) - at - name.size() - 2);
    }
};

/// What a stranger can send without a departure, in every shape.
std::vector<http::Request> made_up() {
    auto const artifact = hostile::artifact(std::string{world::broker_entity_id});
    auto const relay = std::string(32, 'a');
    std::vector<http::Request> all{
        attack::get("/saml/acs?x=1"),
        attack::get("/saml/acs?" + attack::encoded({{"SAMLart", "x"}, {"RelayState", relay}})),
        attack::get("/saml/acs?" + attack::encoded({{"SAMLart", artifact}, {"RelayState", relay}})),
        attack::post("/saml/acs", attack::encoded({{"SAMLResponse", "x"}, {"RelayState", relay}})),
        attack::get("/saml/login"),
        attack::get("/saml/login?terug=%2Ftaken%2Frio")};
    auto forged =
        attack::get("/saml/acs?" + attack::encoded({{"SAMLart", artifact}, {"RelayState", relay}}));
    forged.headers.emplace_back("cookie", std::string{web::browser_cookie} + '=' + relay + "; " +
                                              prefix() + relay.substr(0, 16) + "=" +
                                              std::string(400, 'A'));
    all.push_back(forged);
    return all;
}

TEST_F(PassersBy, P3_10_a_flood_leaves_no_row_no_entry_and_few_lines) {
    constexpr int rounds = 600;
    RecordProperty("cases", rounds * static_cast<int>(made_up().size()));
    auto const before = rows();
    auto const requests = made_up();
    for (int round = 0; round < rounds; ++round) {
        portal.world.now += 10ms;
        for (auto const& request : requests)
            portal.handle(request);
    }
    EXPECT_EQ(rows(), before);
    EXPECT_EQ(journal(), 0U);
    EXPECT_EQ(portal.resolves(), 0);
    EXPECT_LE(lines(), 200U + 60) << "200 at once, then ten a second";
    EXPECT_EQ(figure("mijnduo_strangers_refused_total{reason=\"departure unknown\"}"),
              std::to_string(2 * rounds));
    EXPECT_EQ(figure("mijnduo_strangers_refused_total{reason=\"message refused\"}"),
              std::to_string(3 * rounds));
    portal.site().doorstep.keep(*portal.world.archive);
    EXPECT_LE(rows(), before + 20) << "so many codes of strangers are kept a second";
    EXPECT_EQ(browser.sign_in().status, 303) << "who logs in notices nothing";
}

TEST_F(PassersBy, P3_10_a_used_departure_is_used_once_and_asks_nothing_of_the_database_after) {
    auto const trip = browser.depart();
    auto const cookies = browser;
    ASSERT_EQ(browser.come_back(trip, held_for(trip)).status, 303);
    auto const before = rows();
    for (int i = 0; i < 200; ++i) {
        auto again = cookies;
        EXPECT_EQ(again.come_back(trip, held_for(trip)).status, 403);
    }
    EXPECT_EQ(rows(), before);
    EXPECT_EQ(portal.resolves(), 1);
    EXPECT_TRUE(portal.site().doorstep.is_used_up(portal.site().vault.token_digest(trip.relay)))
        << "in memory";
}

TEST_F(PassersBy, P3_10_made_up_answers_to_real_departures_leave_no_row_and_no_journal_entry) {
    auto const before = rows();
    for (int i = 0; i < 50; ++i) {
        Visitor stranger{portal};
        auto const trip = stranger.depart();
        auto const artifact = portal.hold({.login = portal.login_for("_another"),
                                           .said = i % 3 == 0 ? "<x/>" : "",
                                           .silent = i % 3 == 1});
        EXPECT_TRUE(attack::refused(stranger.come_back(trip, artifact)));
    }
    EXPECT_EQ(journal(), 0U);
    EXPECT_EQ(rows(), before);
}

TEST_F(PassersBy, P3_3_the_helpdesk_finds_each_code_and_a_known_person_is_in_the_journal_too) {
    auto const code_of = [](http::Response const& page) {
        std::string const mark = "<strong class=\"app-mono\">";
        auto const at = page.body.find(mark);
        return at == std::string::npos ? std::string{} : page.body.substr(at + mark.size(), 8);
    };
    auto const unknown = code_of(browser.get("/saml/acs?x=1"));
    auto const trip = browser.depart();
    auto login = portal.login_for(trip.request_id);
    login.level = "urn:etoegang:core:assurance-class:loa2";
    auto const low = code_of(browser.come_back(trip, portal.hold({.login = login, .said = ""})));
    EXPECT_EQ(journal(), 1U);
    EXPECT_TRUE(portal.written().contains(low));
    auto const kept = [&](std::string const& code) {
        return portal.world.archive->look(
            [&](Records& records) { return records.refused_under(code); });
    };
    EXPECT_TRUE(kept(unknown).empty()) << "not within the request";
    portal.site().doorstep.keep(*portal.world.archive);
    auto const stranger = kept(unknown);
    ASSERT_EQ(stranger.size(), 1U);
    EXPECT_EQ(stranger[0].whose, portal::signing_in::Refused::stranger);
    EXPECT_EQ(stranger[0].reason, "message refused");
    EXPECT_EQ(stranger[0].detail, "9.3 one artifact");
    EXPECT_EQ(stranger[0].words, "Wij konden uw inlog niet controleren");
    auto const person = kept(low);
    ASSERT_EQ(person.size(), 1U);
    EXPECT_EQ(person[0].whose, portal::signing_in::Refused::departed);
    EXPECT_EQ(person[0].reason, "level too low");
    portal.site().doorstep.keep(*portal.world.archive);
    EXPECT_EQ(kept(low).size(), 1U) << "written once";
}

TEST_F(PassersBy, P2_a_departure_opens_only_in_the_browser_it_was_given_to) {
    Visitor attacker{portal};
    auto const trip = attacker.depart();
    auto const name = prefix() + trip.relay.substr(0, 16);
    // Login CSRF: the attacker's own answer, in the browser of somebody else.
    auto const artifact = held_for(trip);
    browser.depart();
    EXPECT_EQ(browser.come_back(trip, artifact).status, 403);
    // Even with the departure planted, the browser's own cookie is not the attacker's.
    browser.plant(name, attacker.cookie(name));
    EXPECT_EQ(browser.come_back(trip, artifact).status, 403);
    EXPECT_FALSE(browser.signed_in());
    EXPECT_EQ(attacker.come_back(trip, artifact).status, 303);
}

TEST_F(PassersBy, P3_10_a_browser_keeps_its_newest_four_departures) {
    std::vector<attack::Trip> trips;
    for (int i = 0; i < 6; ++i) {
        portal.world.now += 1s;
        trips.push_back(browser.depart());
    }
    for (std::size_t i = 0; i < trips.size(); ++i)
        EXPECT_EQ(browser.cookie(prefix() + trips[i].relay.substr(0, 16)).empty(), i < 2) << i;
    EXPECT_EQ(browser.come_back(trips[1], held_for(trips[1])).status, 403);
    EXPECT_EQ(browser.come_back(trips[2], held_for(trips[2])).status, 303);
    EXPECT_EQ(browser.cookie(prefix() + trips[2].relay.substr(0, 16)), "") << "used";
    EXPECT_NE(browser.cookie(prefix() + trips[3].relay.substr(0, 16)), "") << "another tab's";
}

TEST_F(PassersBy, P3_10_no_handle_that_a_link_brings_along_names_a_cookie) {
    for (std::string const& relay :
         {std::string{"a; Domain=example"}, std::string(16, ';'), std::string(32, 'a')}) {
        auto const response =
            browser.come_back({.request_id = "", .relay = relay},
                              hostile::artifact(std::string{world::broker_entity_id}));
        EXPECT_TRUE(cookies_set(response).empty()) << relay;
    }
}

TEST_F(PassersBy, P3_10_beyond_the_allowance_it_is_busy_at_once_and_who_is_in_goes_on) {
    ASSERT_EQ(browser.sign_in().status, 303);
    while (portal.site().doorstep.may_sign(portal.world.now)) {
    }
    Visitor stranger{portal};
    auto const dutch = stranger.get("/saml/login");
    EXPECT_EQ(dutch.status, 503);
    EXPECT_NE(attack::header(dutch, "Retry-After"), "");
    EXPECT_TRUE(dutch.body.contains("Het is druk"));
    EXPECT_FALSE(dutch.body.contains("SAMLRequest"));
    EXPECT_TRUE(cookies_set(dutch).empty());
    EXPECT_TRUE(stranger.get("/saml/login?taal=en").body.contains("It is busy"));
    EXPECT_EQ(figure("mijnduo_sign_ins_busy_total"), "2");
    EXPECT_EQ(browser.get("/saml/login?opnieuw=1").status, 200) << "a session is renewed";
    portal.world.now += 1s;
    EXPECT_EQ(stranger.get("/saml/login").status, 200);
}

TEST_F(PassersBy, P3_10_metadata_is_signed_once_and_sent_once_to_who_keeps_it) {
    auto const first = browser.get("/saml/metadata");
    portal.world.now += 24h;
    auto const second = browser.get("/saml/metadata");
    EXPECT_EQ(first.body, second.body);
    auto const tag = attack::header(first, "ETag");
    ASSERT_FALSE(tag.empty());
    auto asked = attack::get("/saml/metadata");
    asked.headers.emplace_back("if-none-match", tag);
    EXPECT_EQ(portal.handle(asked).status, 304);
    asked.headers.back().second = "\"another\"";
    EXPECT_EQ(portal.handle(asked).status, 200);
}

/// The staff's door is a sister: the same flood there.
TEST(StrangersAtTheStaffDoor, P3_10_leave_no_row_no_entry_and_meet_the_same_allowance) {
    attack::StaffHouse house;
    attack::StaffVisitor stranger{house};
    auto const answer = [&](http::Request const& request) {
        return carried_out(web::handle(house.site(), request));
    };
    auto const rows = [&] {
        auto transaction =
            storage::driver::Transaction{house.world.database, storage::driver::Access::reading};
        return transaction.one(everything_kept)->integer(0);
    };
    auto const before = rows();
    auto const relay = std::string(32, 'a');
    for (int round = 0; round < 500; ++round) {
        EXPECT_EQ(answer(attack::get("/dienst/inloggen")).status, 200);
        answer(attack::post("/saml/dienst/acs", "x=1"));
        answer(attack::post("/saml/dienst/acs",
                            attack::encoded({{"SAMLResponse", "eA=="}, {"RelayState", relay}})));
    }
    EXPECT_EQ(rows(), before);
    EXPECT_EQ(stranger.sign_in().status, 303);
    while (house.site().doorstep.may_sign(house.world.now)) {
    }
    auto const busy = answer(attack::get("/dienst/inloggen"));
    EXPECT_EQ(busy.status, 503);
    EXPECT_TRUE(busy.body.contains("/dienst/inloggen"));
    auto const metadata = answer(attack::get("/saml/dienst/metadata"));
    EXPECT_EQ(metadata.body, answer(attack::get("/saml/dienst/metadata")).body);
}

} // namespace
