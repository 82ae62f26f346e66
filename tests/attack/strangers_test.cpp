#include "support/stronghold.h"

#include "web/signing_in/waiting_room.h"

#include <gtest/gtest.h>

/// P3.10: strangers who slow the portal down, and a broker that hangs. Nobody waits here: work that
/// would is left undone until the test says so.
namespace {

using namespace std::chrono_literals;
using attack::header;
using attack::Stronghold;
using attack::Visitor;

/// A visitor who came back, as transport sees it: an answer, or what is to be waited for first.
struct Back {
    http::Answer answer;

    http::Errand const* errand() const { return std::get_if<http::Errand>(&answer); }
    http::Response now() const { return std::get<http::Response>(answer); }
};

class Strangers : public testing::Test {
protected:
    Stronghold portal;

    Back comes_back(Visitor& who, attack::Trip const& trip, std::string const& artifact) {
        return {who.ask("/saml/acs?" +
                        attack::encoded({{"SAMLart", artifact}, {"RelayState", trip.relay}}))};
    }
    /// Out and back after a while at the broker, with a login that would be let in.
    Back comes_back(Visitor& who, foundation::Duration after = 10s) {
        auto const trip = who.depart("?opnieuw=1");
        portal.world.now += after;
        return comes_back(who, trip,
                          portal.hold({.login = portal.login_for(trip.request_id), .said = ""}));
    }
    std::size_t calls() const { return portal.site().waiting_room->under_way(); }
};

TEST_F(Strangers, P3_10_an_artifact_without_a_departure_of_ours_costs_no_call) {
    for (int i = 0; i < 200; ++i) {
        Visitor stranger{portal};
        auto const artifact = portal.hold({.login = portal.login_for("_x"), .said = ""});
        auto const bare = comes_back(stranger, {.request_id = "", .relay = "0123"}, artifact);
        ASSERT_EQ(nullptr, bare.errand());
        stranger.plant("__Host-mijnduo-login", std::string(32, 'a'));
        auto const made_up =
            comes_back(stranger, {.request_id = "", .relay = std::string(32, 'b')}, artifact + "");
        ASSERT_EQ(nullptr, made_up.errand());
        ASSERT_EQ(403, made_up.now().status);
    }
    EXPECT_EQ(0, portal.resolves());
    EXPECT_EQ(0U, calls());
}

TEST_F(Strangers, P3_10_a_call_is_an_errand_and_nothing_is_asked_on_the_thread_of_the_request) {
    Visitor sanne{portal};
    auto const back = comes_back(sanne);
    ASSERT_NE(nullptr, back.errand());
    EXPECT_EQ(0, portal.resolves());
    EXPECT_LE(back.errand()->patience, 800ms);
    back.errand()->work();
    EXPECT_EQ(1, portal.resolves());
    auto const in = sanne.takes(back.errand()->answer(http::End::done));
    EXPECT_EQ(303, in.status);
    EXPECT_EQ("/overzicht", header(in, "Location"));
    EXPECT_TRUE(sanne.signed_in());
}

TEST_F(Strangers, P3_10_while_the_broker_hangs_a_login_has_a_page_of_its_own_and_then_goes_on) {
    Visitor sanne{portal};
    auto const back = comes_back(sanne);
    auto const late = sanne.takes(back.errand()->answer(http::End::late));
    ASSERT_EQ(303, late.status);
    auto const address = header(late, "Location");
    ASSERT_TRUE(address.starts_with("/saml/wachten?nummer=")) << address;
    for (int i = 0; i < 3; ++i) {
        auto const page = sanne.get(address);
        EXPECT_EQ(200, page.status);
        EXPECT_EQ("1; url=" + address, header(page, "Refresh"));
        EXPECT_TRUE(page.body.contains(address)) << "a link, for who does not go on by himself";
        EXPECT_TRUE(page.body.contains("Wij controleren uw inlog"));
    }
    EXPECT_TRUE(sanne.get(address + "&taal=en").body.contains("We are checking your login"));
    EXPECT_FALSE(sanne.signed_in());
    back.errand()->work();
    auto const in = sanne.get(address);
    EXPECT_EQ(303, in.status);
    EXPECT_EQ("/overzicht", header(in, "Location"));
    EXPECT_TRUE(sanne.signed_in());
    EXPECT_EQ(1U, portal.sessions_of(portal.sanne));
}

TEST_F(Strangers, P3_10_an_outcome_is_fetched_once_and_by_the_browser_that_left) {
    Visitor sanne{portal};
    auto const back = comes_back(sanne);
    auto const address = header(sanne.takes(back.errand()->answer(http::End::late)), "Location");
    back.errand()->work();
    Visitor other{portal};
    EXPECT_EQ(200, other.get(address).status) << "the page to wait on, and never more";
    other.depart();
    EXPECT_EQ(200, other.get(address).status);
    EXPECT_FALSE(other.signed_in());
    EXPECT_EQ(403, sanne.get("/saml/wachten?nummer=" + std::string(32, '0')).status);
    EXPECT_EQ(403, sanne.get("/saml/wachten").status);
    EXPECT_EQ("/overzicht", header(sanne.get(address), "Location"));
    auto const again = sanne.get(address);
    EXPECT_EQ("/overzicht", header(again, "Location")) << "who is in, is in";
    EXPECT_EQ("", header(again, "Set-Cookie"));
    EXPECT_EQ(1U, portal.sessions_of(portal.sanne));
}

TEST_F(Strangers, P3_10_a_call_of_another_process_is_waited_for_as_long_as_a_call_takes) {
    Stronghold another;
    another.world.now = portal.world.now;
    Visitor sanne{portal};
    auto const back = comes_back(sanne);
    auto const address = header(sanne.takes(back.errand()->answer(http::End::late)), "Location");
    another.world.now = portal.world.now + 12s - 1us;
    Visitor there{another};
    EXPECT_EQ("1; url=" + address, header(there.get(address), "Refresh"));
    another.world.now += 1us;
    EXPECT_EQ(403, there.get(address).status);
    another.world.now = portal.world.now - 12s + 1us;
    EXPECT_EQ(200, there.get(address).status) << "its clock is behind";
    another.world.now -= 1us;
    EXPECT_EQ(403, there.get(address).status);
    another.world.now = portal.world.now;
    EXPECT_EQ(403, there.get(address + "0").status);
    EXPECT_EQ(403, there.get(address.substr(0, address.size() - 1)).status);
}

TEST_F(Strangers, P3_10_a_broker_that_never_answers_ends_in_the_page_that_says_so) {
    Visitor sanne{portal};
    auto const trip = sanne.depart();
    auto held =
        attack::Held{.login = portal.login_for(trip.request_id), .said = "", .silent = true};
    auto const back = comes_back(sanne, trip, portal.hold(held));
    auto const address = header(sanne.takes(back.errand()->answer(http::End::late)), "Location");
    EXPECT_EQ(200, sanne.get(address).status);
    back.errand()->work();
    auto const page = sanne.get(address);
    EXPECT_EQ(503, page.status);
    EXPECT_TRUE(page.body.contains("eHerkenning is even niet bereikbaar")) << page.body;
    EXPECT_EQ(0U, calls());
}

TEST_F(Strangers, P3_10_an_outcome_that_nobody_fetches_is_forgotten_and_lets_nobody_in) {
    Visitor sanne{portal};
    auto const back = comes_back(sanne);
    auto const address = header(sanne.takes(back.errand()->answer(http::End::late)), "Location");
    back.errand()->work();
    portal.world.now += 2min;
    EXPECT_EQ(403, sanne.get(address).status);
    EXPECT_FALSE(sanne.signed_in());
}

TEST_F(Strangers, P3_10_work_that_ended_just_after_the_patience_needs_no_page_to_wait_on) {
    Visitor sanne{portal};
    auto const back = comes_back(sanne);
    back.errand()->work();
    EXPECT_EQ("/overzicht",
              header(sanne.takes(back.errand()->answer(http::End::late)), "Location"));
}

TEST_F(Strangers, P3_10_whoever_transport_has_no_room_for_is_told_so_and_may_come_again) {
    Visitor sanne{portal};
    {
        auto const back = comes_back(sanne);
        auto const page = back.errand()->answer(http::End::crowded);
        EXPECT_EQ(503, page.status);
        EXPECT_EQ("5", header(page, "Retry-After"));
        EXPECT_TRUE(page.body.contains("Het is druk"));
    }
    EXPECT_EQ(0U, calls());
    EXPECT_EQ(0, portal.resolves());
    EXPECT_EQ("/overzicht", header(sanne.sign_in(), "Location"));
}

TEST_F(Strangers, P3_10_a_stranger_with_real_departures_takes_half_and_people_come_in_meanwhile) {
    std::vector<Back> hanging;
    for (int i = 0; i < 300; ++i) {
        Visitor stranger{portal};
        auto back = comes_back(stranger, 0s);
        if (back.errand() == nullptr) {
            ASSERT_EQ(503, back.now().status);
            ASSERT_EQ("5", header(back.now(), "Retry-After"));
        } else {
            hanging.push_back(std::move(back));
        }
    }
    EXPECT_EQ(64U, calls());
    for (int i = 0; i < 20; ++i) {
        Visitor sanne{portal};
        auto const back = comes_back(sanne, 10s);
        ASSERT_NE(nullptr, back.errand()) << i;
        back.errand()->work();
        EXPECT_EQ("/overzicht",
                  header(sanne.takes(back.errand()->answer(http::End::done)), "Location"));
    }
    hanging.clear();
    EXPECT_EQ(0U, calls()) << "places come back, whatever became of the call";
}

TEST_F(Strangers, P3_10_what_is_told_in_a_crowd_is_no_refusal_and_leaves_no_trace) {
    std::vector<Back> hanging;
    for (int i = 0; i < 64; ++i) {
        Visitor stranger{portal};
        hanging.push_back(comes_back(stranger, 0s));
    }
    auto const before = portal.written();
    Visitor stranger{portal};
    EXPECT_EQ(503, comes_back(stranger, 0s).now().status);
    EXPECT_EQ(before, portal.written());
}

TEST_F(Strangers, P3_10_whether_the_program_lives_is_said_without_a_question_to_anybody) {
    auto const live = web::handle_at_once(attack::get("/health/live"));
    ASSERT_TRUE(live);
    EXPECT_EQ(200, live->status);
    auto head = attack::get("/health/live");
    head.method = http::Method::head;
    EXPECT_TRUE(web::handle_at_once(head));
    for (auto const* other : {"/health/ready", "/", "/health/live/", "/overzicht"})
        EXPECT_FALSE(web::handle_at_once(attack::get(other))) << other;
    EXPECT_FALSE(web::handle_at_once(attack::post("/health/live", "")));
}

} // namespace
