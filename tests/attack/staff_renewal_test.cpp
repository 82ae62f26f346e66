#include "support/staff_house.h"

#include "foundation/text.h"
#include "portal/signing_in/sign_in.h"

#include <gtest/gtest.h>

/// P8.1 with P3.2, P3.5 and P2.12: renewing a session, asking for a higher level and switching
/// account stay at the door that the session came in by.
namespace {

using namespace std::chrono_literals;
using attack::StaffHouse;
using attack::StaffLogin;
using attack::StaffVisitor;
using portal::Door;
using portal::Records;
using portal::StaffRole;

bool says(http::Response const& page, std::string_view words) {
    return page.body.find(words) != std::string::npos;
}

class RenewingAtTheDoors : public testing::Test {
protected:
    portal::Link link_of(portal::Organisation const& organisation) {
        return {.identity = {.pseudonym = foundation::lower_ascii(world::pseudonym),
                             .kvk = organisation.kvk_numbers.front()},
                .linked_at = house.world.now - 24h};
    }
    /// Linked to whoever comes by eHerkenning.
    portal::Account add_sanne(std::string_view id = "sanne") {
        return house.world.add_account(id, house.school, [&](portal::Account& account) {
            account.administrator_roles = {"beheerder-vo"};
            account.link = link_of(house.school);
        });
    }
    http::Response eherkenning(StaffVisitor& visitor, std::string const& address = "/saml/login",
                               std::string const& kvk = "12345678") {
        auto const trip = visitor.depart(address);
        auto login = house.eherkenning_login_for(trip.request_id);
        login.assertion_id = "_of-user" + std::to_string(++logins_);
        login.response_id = "_to-user" + std::to_string(logins_);
        login.kvk = kvk;
        return visitor.come_back(trip, hostile::response(login), "/saml/acs");
    }
    std::vector<portal::Session> sessions_of(portal::AccountId const& account) {
        return house.world.archive->look(
            [&](Records& records) { return records.sessions_of(account); });
    }
    portal::AccountId femke() { return house.account_of("femke").value().id; }

    StaffHouse house;
    StaffVisitor browser{house};

private:
    int logins_ = 0;
};

TEST_F(RenewingAtTheDoors, P3_5_P8_1_a_staff_session_is_renewed_by_its_own_door) {
    browser.sign_in();
    auto const before = sessions_of(femke()).front();
    house.world.now += 9min;
    EXPECT_EQ(browser.sign_in().status, 303);
    auto const after = sessions_of(femke());
    ASSERT_EQ(after.size(), 1U);
    EXPECT_NE(after.front().digest, before.digest);
    EXPECT_EQ(after.front().door, Door::agency);
    EXPECT_EQ(after.front().started_at, house.world.now);
}

TEST_F(RenewingAtTheDoors, P3_5_P8_1_the_pages_of_staff_offer_renewal_at_the_staff_door_only) {
    browser.sign_in();
    auto const page = browser.get("/dienst");
    EXPECT_TRUE(says(page, "href=\"/dienst/inloggen?terug=%2Fdienst\""));
    EXPECT_FALSE(says(page, "/saml/login"));
    StaffVisitor user{house};
    add_sanne();
    eherkenning(user);
    EXPECT_TRUE(says(user.get("/overzicht"), "/saml/login?opnieuw=1"));
    EXPECT_FALSE(says(user.get("/overzicht"), "/dienst/inloggen"));
    house.world.now += 10min;
    EXPECT_TRUE(says(browser.get("/sessie-verlopen?terug=%2Fdienst"),
                     "href=\"/dienst/inloggen?terug=%2Fdienst\""));
}

TEST_F(RenewingAtTheDoors, P3_5_P8_1_another_member_of_staff_does_not_take_a_session_over) {
    browser.sign_in();
    auto const page = browser.sign_in([](StaffLogin& login) { login.subject = "gijs"; });
    EXPECT_TRUE(attack::refused(page));
    EXPECT_TRUE(says(page, "U hebt met een ander account ingelogd"));
    EXPECT_TRUE(says(page, "href=\"/dienst\""));
    EXPECT_TRUE(says(browser.get("/dienst"), "Femke Dijkstra"));
    EXPECT_FALSE(house.account_of("gijs"));
    EXPECT_NE(house.written().find("another member of staff"), std::string::npos);
    // The positive control: in a browser of his own he comes in.
    StaffVisitor own{house};
    EXPECT_EQ(own.sign_in([](StaffLogin& login) { login.subject = "gijs"; }).status, 303);
}

TEST_F(RenewingAtTheDoors, P8_1_who_fails_to_renew_keeps_the_session_unless_the_role_is_gone) {
    browser.sign_in();
    StaffVisitor own{house};
    own.sign_in([](StaffLogin& login) { login.subject = "gijs"; });
    // Another person whose roles changed: they hold, and nobody's session ends.
    browser.sign_in([](StaffLogin& login) {
        login.subject = "gijs";
        login.groups = {"mijnduo-goedkeuring"};
    });
    EXPECT_EQ(house.account_of("gijs").value().staff_roles, std::vector{StaffRole::approver});
    EXPECT_TRUE(own.staff());
    EXPECT_TRUE(browser.staff());
    // Another person who lost the last role: his sessions end, and only his.
    browser.sign_in([](StaffLogin& login) {
        login.subject = "gijs";
        login.groups = {"kantine"};
    });
    EXPECT_FALSE(own.staff());
    EXPECT_TRUE(browser.staff());
    // The same person without a role: that session ends, renewed or not.
    EXPECT_TRUE(attack::refused(browser.sign_in([](StaffLogin& login) { login.groups = {}; })));
    EXPECT_FALSE(browser.staff());
    EXPECT_TRUE(sessions_of(femke()).empty());
}

TEST_F(RenewingAtTheDoors, P8_1_eherkenning_renews_no_staff_session_and_gives_no_staff_right) {
    auto const sanne = add_sanne();
    browser.sign_in();
    ASSERT_TRUE(browser.staff());
    for (auto const* address : {"/saml/login?opnieuw=1&terug=%2Fdienst", "/saml/login"}) {
        StaffVisitor one{house};
        one.sign_in();
        ASSERT_TRUE(one.staff());
        EXPECT_EQ(eherkenning(one, address).status, 303);
        EXPECT_FALSE(one.staff());
        EXPECT_EQ(one.get("/dienst").status, 403);
        EXPECT_EQ(sessions_of(sanne.id).front().door, Door::eherkenning);
    }
    EXPECT_EQ(sessions_of(femke()).size(), 1U); // of the first browser, which stayed away from it
    EXPECT_TRUE(browser.staff());
}

TEST_F(RenewingAtTheDoors, P8_1_the_means_of_a_member_of_staff_brings_no_staff_right_back) {
    browser.sign_in();
    // Femke's own account, linked in the time before the door.
    auto const id = femke();
    house.world.archive->change([&](Records& records) {
        auto account = records.account_for_change(id).value();
        account.link = link_of(house.agency);
        records.save(account);
    });
    auto const page = eherkenning(browser, "/saml/login?opnieuw=1&terug=%2Fdienst", "90000000");
    EXPECT_TRUE(attack::refused(page));
    EXPECT_TRUE(says(page, "Medewerkers loggen anders in"));
    EXPECT_TRUE(browser.staff()); // what she had by her own door goes on
    browser.sign_in([](StaffLogin& login) { login.groups = {}; });
    EXPECT_FALSE(browser.staff());
    EXPECT_TRUE(attack::refused(eherkenning(browser, "/saml/login?terug=%2Fdienst", "90000000")));
    EXPECT_FALSE(browser.staff());
    EXPECT_TRUE(house.account_of("femke").value().staff_roles.empty());
}

TEST_F(RenewingAtTheDoors, P3_2_P8_1_a_raised_or_renewed_session_keeps_the_door_of_eherkenning) {
    auto const sanne = add_sanne();
    eherkenning(browser);
    for (auto const* address :
         {"/saml/login?opnieuw=1", "/saml/login?terug=%2Ftaken%2Fcontactpersoon-bekostiging"}) {
        eherkenning(browser, address);
        auto const sessions = sessions_of(sanne.id);
        ASSERT_EQ(sessions.size(), 1U);
        EXPECT_EQ(sessions.front().door, Door::eherkenning);
        EXPECT_EQ(browser.get("/dienst").status, 403);
    }
}

TEST_F(RenewingAtTheDoors, P8_1_a_staff_login_reaches_no_task_of_a_school) {
    add_sanne();
    browser.sign_in();
    EXPECT_EQ(browser.get("/taken/contactpersoon-bekostiging").status, 403);
    EXPECT_EQ(browser.get("/beheer/gebruikers").status, 403);
    EXPECT_EQ(browser.get("/account-kiezen").status, 404);
    // The links of eHerkenning do not lead past the broker.
    auto const leaving = browser.get("/saml/login?terug=%2Ftaken%2Fcontactpersoon-bekostiging");
    EXPECT_EQ(leaving.status, 200);
    EXPECT_TRUE(says(leaving, "SAMLRequest"));
    EXPECT_TRUE(browser.staff());
}

TEST_F(RenewingAtTheDoors, P2_12_P8_1_a_staff_session_switches_to_no_account) {
    auto const sanne = add_sanne();
    browser.sign_in();
    auto session = sessions_of(femke()).front();
    auto const choose = [&] {
        house.world.archive->change([&](portal::Records& records) { records.save(session); });
        return portal::signing_in::choose_account(*house.world.archive, house.site().vault,
                                                  house.site().policy, session, sanne.id,
                                                  house.world.now);
    };
    EXPECT_FALSE(choose());
    session.identity = sanne.link->identity; // even then
    EXPECT_FALSE(choose());
    session.door = Door::eherkenning;
    session.account.reset(); // one that was open there would have to stand still
    auto const switched = choose();
    ASSERT_TRUE(switched);
    EXPECT_EQ(switched->session.door, Door::eherkenning);
}

/// A user's departure and a member of staff's from one browser, and what came back for each.
struct Crossed {
    std::string name;
    bool of_staff;                 ///< whose message
    bool request_of_other = false; ///< InResponseTo names the other departure
    bool relay_of_other = false;
    bool posted_to_other = false;
    bool taken = false;
    friend void PrintTo(Crossed const& row, std::ostream* out) { *out << row.name; }
};

class P1_P8_1_CrossedWires : public testing::TestWithParam<Crossed> {};

TEST_P(P1_P8_1_CrossedWires, ) {
    auto const& row = GetParam();
    StaffHouse house;
    StaffVisitor browser{house};
    auto const staff = browser.depart();
    auto const user = browser.depart("/saml/login");
    auto const& own = row.of_staff ? staff : user;
    auto const& other = row.of_staff ? user : staff;
    auto const request = row.request_of_other ? other.request_id : own.request_id;
    auto const message = row.of_staff ? attack::staff_response(house.login_for(request))
                                      : hostile::response(house.eherkenning_login_for(request));
    auto const response = browser.come_back(
        {.request_id = "", .relay = (row.relay_of_other ? other : own).relay}, message,
        row.of_staff != row.posted_to_other ? "/saml/dienst/acs" : "/saml/acs");
    EXPECT_EQ(response.status == 303, row.taken) << house.written();
    EXPECT_EQ(attack::refused(response), !row.taken);
    EXPECT_EQ(browser.staff(), row.taken && row.of_staff);
}

std::vector<Crossed> crossed() {
    std::vector<Crossed> rows;
    for (bool const of_staff : {true, false})
        for (int wires = 0; wires < 8; ++wires)
            rows.push_back({.name = std::string{of_staff ? "staff" : "user"} +
                                    (wires & 1 ? "_with_the_others_request" : "") +
                                    (wires & 2 ? "_with_the_others_relay" : "") +
                                    (wires & 4 ? "_at_the_others_door" : ""),
                            .of_staff = of_staff,
                            .request_of_other = (wires & 1) != 0,
                            .relay_of_other = (wires & 2) != 0,
                            .posted_to_other = (wires & 4) != 0,
                            .taken = wires == 0});
    return rows;
}

INSTANTIATE_TEST_SUITE_P(, P1_P8_1_CrossedWires, testing::ValuesIn(crossed()),
                         [](auto const& row) { return row.param.name; });

} // namespace
