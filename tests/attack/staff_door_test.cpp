#include "support/staff_house.h"

#include <gtest/gtest.h>

/// P8.1: the door of the agency's staff, from the browser's side.
namespace {

using namespace std::chrono_literals;
using attack::StaffHouse;
using attack::StaffLogin;
using attack::StaffVisitor;
using portal::Records;
using portal::StaffRole;

class StaffDoor : public testing::Test {
protected:
    StaffHouse house;
    StaffVisitor browser{house};

    std::string response_to(attack::Trip const& trip) {
        return attack::staff_response(house.login_for(trip.request_id));
    }
};

bool says(http::Response const& page, std::string_view words) {
    return page.body.find(words) != std::string::npos;
}

TEST_F(StaffDoor, P8_1_a_member_of_staff_is_let_in_and_the_account_is_made_with_the_roles) {
    auto const response = browser.sign_in();
    ASSERT_EQ(response.status, 303) << house.written();
    EXPECT_EQ(attack::header(response, "Location"), "/dienst");
    EXPECT_TRUE(says(browser.get("/dienst"), "Femke Dijkstra"));
    auto const account = house.account_of("femke").value();
    EXPECT_EQ(account.staff_roles, std::vector{StaffRole::registrar});
    EXPECT_EQ(account.organisation, house.agency.id);
    EXPECT_EQ(account.person.email, "femke@dienst.example");
    EXPECT_NE(house.written().find("staff admitted"), std::string::npos);
    EXPECT_NE(house.written().find("staff signed in"), std::string::npos);
}

TEST_F(StaffDoor, P8_1_the_same_subject_is_the_same_account_and_another_is_another) {
    browser.sign_in();
    auto const first = house.account_of("femke").value();
    StaffVisitor again{house};
    again.sign_in();
    EXPECT_EQ(house.account_of("femke").value().id, first.id);
    StaffVisitor other{house};
    other.sign_in([](StaffLogin& login) { login.subject = "Femke"; });
    EXPECT_NE(house.account_of("Femke").value().id, first.id);
}

TEST_F(StaffDoor, P8_1_the_way_back_is_a_path_of_our_own_and_otherwise_the_desk) {
    for (auto const& [asked, led] :
         {std::pair{"/dienst/inloggen?terug=%2Fdienst%2Forganisaties", "/dienst/organisaties"},
          {"/dienst/inloggen?terug=https%3A%2F%2Felders.example", "/dienst"},
          {"/dienst/inloggen?terug=%2F%2Felders.example", "/dienst"}}) {
        auto const trip = browser.depart(asked);
        auto const response = browser.come_back(trip, response_to(trip));
        EXPECT_EQ(attack::header(response, "Location"), led);
    }
}

TEST_F(StaffDoor, P8_1_roles_are_taken_afresh_and_a_change_holds_at_once_everywhere) {
    browser.sign_in();
    EXPECT_EQ(browser.get("/dienst/aanmeldingen/nieuw").status, 200);
    StaffVisitor elsewhere{house};
    elsewhere.sign_in([](StaffLogin& login) { login.groups = {"mijnduo-goedkeuring"}; });
    EXPECT_EQ(house.account_of("femke").value().staff_roles, std::vector{StaffRole::approver});
    EXPECT_EQ(browser.get("/dienst/aanmeldingen/nieuw").status, 403);
    EXPECT_EQ(browser.get("/dienst").status, 200);
    EXPECT_NE(house.written().find("staff roles changed"), std::string::npos);
}

TEST_F(StaffDoor, P8_1_values_of_the_role_attribute_that_mean_nothing_are_passed_over) {
    browser.sign_in([](StaffLogin& login) {
        login.groups = {"kantine", "mijnduo-alles", "mijnduo-registratie", "MIJNDUO-GOEDKEURING"};
    });
    EXPECT_EQ(house.account_of("femke").value().staff_roles,
              (std::vector{StaffRole::registrar, StaffRole::approver, StaffRole::helpdesk}));
}

TEST_F(StaffDoor, P8_1_who_has_no_role_is_told_so_and_no_account_is_made) {
    auto const response = browser.sign_in([](StaffLogin& login) { login.groups = {"kantine"}; });
    EXPECT_TRUE(attack::refused(response));
    EXPECT_TRUE(says(response, "U hebt geen rol bij Mijn DUO"));
    EXPECT_FALSE(house.account_of("femke"));
    EXPECT_NE(house.written().find("no staff role"), std::string::npos);
    auto const trip = browser.depart("/dienst/inloggen?taal=en");
    auto login = house.login_for(trip.request_id);
    login.groups = {};
    EXPECT_TRUE(says(browser.come_back(trip, attack::staff_response(login)),
                     "You have no role at Mijn DUO"));
}

TEST_F(StaffDoor, P8_1_who_lost_the_last_role_is_out_at_once) {
    browser.sign_in();
    ASSERT_TRUE(browser.staff());
    StaffVisitor elsewhere{house};
    elsewhere.sign_in([](StaffLogin& login) { login.groups = {}; });
    EXPECT_FALSE(browser.staff());
    EXPECT_TRUE(house.account_of("femke").value().staff_roles.empty());
    EXPECT_EQ(browser.sign_in().status, 303); // and comes back with a role
}

TEST_F(StaffDoor, P8_1_an_ended_account_stays_out) {
    browser.sign_in();
    auto const id = house.account_of("femke").value().id;
    house.world.archive->change([&](Records& records) {
        auto account = records.account_for_change(id).value();
        account.ended_at = house.world.now;
        records.save(account);
    });
    EXPECT_FALSE(browser.staff());
    auto const response = browser.sign_in();
    EXPECT_TRUE(attack::refused(response));
    EXPECT_TRUE(says(response, "Uw account is beëindigd"));
}

TEST_F(StaffDoor, P1_P8_1_what_nobody_asked_for_is_refused) {
    auto const response = attack::staff_response(house.login_for("_nobody-asked"));
    for (std::string const relay : {"", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
        EXPECT_TRUE(
            attack::refused(browser.come_back({.request_id = "", .relay = relay}, response)));
    EXPECT_FALSE(browser.staff());
    auto const trip = browser.depart();
    EXPECT_EQ(browser.come_back(trip, response_to(trip)).status, 303);
}

TEST_F(StaffDoor, P1_P8_1_a_departure_lasts_half_an_hour_and_not_a_second_longer) {
    for (auto const& [age, status] :
         {std::pair{30min - 1s, 303}, {30min, 403}, {std::chrono::seconds{30min + 1s}, 403}}) {
        StaffHouse own;
        StaffVisitor visitor{own};
        auto const trip = visitor.depart();
        own.world.now += age;
        auto const login = own.login_for(trip.request_id);
        EXPECT_EQ(visitor.come_back(trip, attack::staff_response(login)).status, status);
    }
}

TEST_F(StaffDoor, P2_P8_1_another_browser_does_not_get_in_nor_one_without_cookie) {
    auto const trip = browser.depart();
    StaffVisitor bare{house};
    EXPECT_TRUE(attack::refused(bare.come_back(trip, response_to(trip))));
    StaffVisitor other{house};
    other.depart();
    EXPECT_TRUE(attack::refused(other.come_back(trip, response_to(trip))));
    EXPECT_FALSE(other.staff());
    EXPECT_EQ(browser.come_back(trip, response_to(trip)).status, 303);
}

TEST_F(StaffDoor, P3_P8_1_the_same_message_or_assertion_again_is_refused) {
    auto const trip = browser.depart();
    auto const login = house.login_for(trip.request_id);
    auto const response = attack::staff_response(login);
    ASSERT_EQ(browser.come_back(trip, response).status, 303);
    StaffVisitor again{house};
    EXPECT_TRUE(attack::refused(browser.come_back(trip, response)));
    EXPECT_TRUE(attack::refused(again.come_back(again.depart(), response)));
    auto const second = again.depart();
    auto reused = house.login_for(second.request_id);
    reused.assertion_id = login.assertion_id;
    EXPECT_TRUE(attack::refused(again.come_back(second, attack::staff_response(reused))));
    EXPECT_FALSE(again.staff());
}

TEST_F(StaffDoor, P8_1_a_message_of_the_broker_opens_nothing_at_the_staff_door) {
    auto const trip = browser.depart();
    auto login = house.eherkenning_login_for(trip.request_id);
    EXPECT_TRUE(attack::refused(browser.come_back(trip, hostile::response(login))));
    // Even when it is addressed to this door in every field.
    auto const second = browser.depart();
    auto const staff = house.login_for(second.request_id);
    login = house.eherkenning_login_for(second.request_id);
    login.acs_address = staff.acs_address;
    login.entity_id = staff.audience;
    EXPECT_TRUE(attack::refused(browser.come_back(second, hostile::response(login))));
    EXPECT_FALSE(browser.staff());
}

TEST_F(StaffDoor, P8_1_a_message_of_the_agencys_provider_opens_nothing_at_the_brokers_door) {
    auto const trip = browser.depart("/saml/login");
    auto login = house.login_for(trip.request_id);
    login.acs_address = world::acs_address;
    login.audience = world::entity_id;
    EXPECT_TRUE(
        attack::refused(browser.come_back(trip, attack::staff_response(login), "/saml/acs")));
    EXPECT_FALSE(browser.staff());
}

TEST_F(StaffDoor, P8_1_what_left_by_one_door_does_not_come_back_by_the_other) {
    auto const staff = browser.depart();
    auto const eherkenning = house.eherkenning_login_for(staff.request_id);
    auto response = browser.come_back(staff, hostile::response(eherkenning), "/saml/acs");
    EXPECT_TRUE(attack::refused(response));
    EXPECT_NE(house.written().find("departure unknown"), std::string::npos);
    auto const user = browser.depart("/saml/login");
    EXPECT_TRUE(attack::refused(browser.come_back(user, response_to(user))));
    EXPECT_EQ(browser.come_back(staff, response_to(staff)).status, 303);
    auto const again = browser.depart("/saml/login");
    auto const valid = hostile::response(house.eherkenning_login_for(again.request_id));
    EXPECT_EQ(attack::header(browser.come_back(again, valid, "/saml/acs"), "Location"),
              "/koppelen");
}

} // namespace
