#include "support/staff_house.h"

#include "foundation/text.h"
#include "portal/signing_in/sign_in.h"
#include "web/visitor.h"

#include <gtest/gtest.h>

/// P8.1: what lies behind each door, and what does not.
namespace {

using namespace std::chrono_literals;
using attack::StaffHouse;
using attack::StaffVisitor;
using portal::Records;
using portal::StaffRole;

class BehindTheDoors : public testing::Test {
protected:
    StaffHouse house;
    StaffVisitor browser{house};

    /// An account of the agency that was linked while staff still came by eHerkenning.
    portal::Account linked_before() {
        return house.world.add_account("femke", house.agency, [&](portal::Account& account) {
            account.staff_roles = {StaffRole::registrar};
            account.link =
                portal::Link{.identity = {.pseudonym = foundation::lower_ascii(world::pseudonym),
                                          .kvk = house.agency.kvk_numbers.front()},
                             .linked_at = house.world.now - 24h};
        });
    }
    /// A session as it would stand in the database.
    void plant_session(StaffVisitor& visitor, portal::Account const& account, portal::Door door) {
        std::string const token(40, static_cast<char>('a' + planted_++));
        auto const kvk = portal::KvkNumber::parse("90000000").value();
        house.world.archive->change([&](Records& records) {
            records.add(portal::Session{.digest = house.site().vault.token_digest(token),
                                        .door = door,
                                        .account = account.id,
                                        .identity = account.link ? account.link->identity
                                                                 : portal::Identity{"", kvk},
                                        .branch_number = {},
                                        .form_token = std::string(32, 'f'),
                                        .return_path = {},
                                        .started_at = house.world.now,
                                        .seen_at = house.world.now});
        });
        visitor.plant(std::string{web::session_cookie}, token);
    }

private:
    int planted_ = 0;
};

bool says(http::Response const& page, std::string_view words) {
    return page.body.find(words) != std::string::npos;
}

TEST_F(BehindTheDoors, P8_1_eherkenning_opens_no_account_of_the_agency) {
    linked_before();
    auto const trip = browser.depart("/saml/login");
    auto login = house.eherkenning_login_for(trip.request_id);
    login.kvk = "90000000";
    auto const response = browser.come_back(trip, hostile::response(login), "/saml/acs");
    EXPECT_TRUE(attack::refused(response));
    EXPECT_TRUE(says(response, "Medewerkers loggen anders in"));
    EXPECT_TRUE(says(response, "/dienst/inloggen"));
}

TEST_F(BehindTheDoors, P2_12_P8_1_eherkenning_offers_no_account_of_the_agency_to_choose) {
    auto const femke = linked_before();
    auto const another = house.world.add_organisation("bijkantoor", "90000000");
    auto const linked = [&](portal::Account& account) { account.link = femke.link; };
    auto const first = house.world.add_account("eerste", another, linked);
    auto const archive = [&]() -> portal::Archive& { return *house.world.archive; };
    auto const identity = first.link->identity;
    auto const offered =
        portal::signing_in::choices(archive(), house.site().policy, identity, house.world.now);
    ASSERT_EQ(offered.size(), 1U);
    EXPECT_EQ(offered.front().account.id, first.id);

    auto const trip = browser.depart("/saml/login");
    auto login = house.eherkenning_login_for(trip.request_id);
    login.kvk = "90000000";
    ASSERT_EQ(browser.come_back(trip, hostile::response(login), "/saml/acs").status, 303);
    auto const session = portal::Session{.digest = "digest",
                                         .account = first.id,
                                         .identity = identity,
                                         .branch_number = {},
                                         .form_token = {},
                                         .return_path = {},
                                         .started_at = house.world.now,
                                         .seen_at = house.world.now};
    archive().change([&](portal::Records& records) { records.add(session); });
    auto const chosen = [&](portal::Account const& account) {
        return portal::signing_in::choose_account(archive(), house.site().vault,
                                                  house.site().policy, session, account.id,
                                                  house.world.now);
    };
    EXPECT_FALSE(chosen(femke));
    EXPECT_TRUE(chosen(first)) << "the positive control";
}

TEST_F(BehindTheDoors, P8_1_a_session_opens_only_what_is_behind_its_own_door) {
    auto const femke = linked_before();
    plant_session(browser, femke, portal::Door::eherkenning);
    EXPECT_EQ(browser.get("/dienst").status, 401);
    auto const sanne = house.world.add_account("sanne", house.school, [&](auto& account) {
        account.administrator_roles = {"beheerder-vo"};
        account.staff_roles = {StaffRole::registrar};
    });
    StaffVisitor other{house};
    plant_session(other, sanne, portal::Door::agency);
    EXPECT_EQ(other.get("/beheer/gebruikers").status, 401);
    EXPECT_EQ(other.get("/dienst").status, 401);
    StaffVisitor staff{house};
    plant_session(staff, femke, portal::Door::agency);
    EXPECT_EQ(staff.get("/dienst").status, 200);
}

TEST_F(BehindTheDoors, P8_1_staff_have_their_own_limits_of_idleness_and_in_all) {
    for (auto const& [wait, status] :
         {std::pair{10min - 1s, 200}, {10min, 401}, {std::chrono::seconds{10min + 1s}, 401}}) {
        StaffHouse own;
        StaffVisitor visitor{own};
        visitor.sign_in();
        own.world.now += wait;
        EXPECT_EQ(visitor.get("/dienst").status, status);
    }
    browser.sign_in();
    auto const began = house.world.now;
    while (house.world.now + 9min < began + 2h) {
        house.world.now += 9min;
        EXPECT_EQ(browser.get("/dienst").status, 200);
    }
    house.world.now = began + 2h - 1s;
    EXPECT_EQ(browser.get("/dienst").status, 200);
    house.world.now = began + 2h;
    EXPECT_EQ(browser.get("/dienst").status, 401);
}

TEST_F(BehindTheDoors, P8_1_who_must_sign_in_first_is_led_to_the_staff_door) {
    auto const page = browser.get("/dienst/organisaties");
    EXPECT_EQ(page.status, 401);
    EXPECT_TRUE(says(page, "/dienst/inloggen?terug="));
    EXPECT_FALSE(says(browser.get("/beheer/gebruikers"), "/dienst/inloggen"));
}

TEST_F(BehindTheDoors,
       P8_1_without_a_provider_the_door_does_not_exist_and_eherkenning_opens_the_agency) {
    StaffHouse without{false};
    StaffVisitor visitor{without};
    EXPECT_EQ(visitor.get("/dienst/inloggen").status, 404);
    EXPECT_EQ(visitor.get("/saml/dienst/metadata").status, 404);
    EXPECT_EQ(visitor.come_back({.request_id = "", .relay = ""}, "<x/>").status, 404);
    without.world.add_account("femke", without.agency, [&](portal::Account& account) {
        account.staff_roles = {StaffRole::registrar};
        account.link =
            portal::Link{.identity = {.pseudonym = foundation::lower_ascii(world::pseudonym),
                                      .kvk = without.agency.kvk_numbers.front()},
                         .linked_at = without.world.now - 24h};
    });
    auto const trip = visitor.depart("/saml/login");
    auto login = without.eherkenning_login_for(trip.request_id);
    login.kvk = "90000000";
    EXPECT_EQ(visitor.come_back(trip, hostile::response(login), "/saml/acs").status, 303);
    EXPECT_TRUE(visitor.staff());
}

TEST_F(BehindTheDoors, P8_1_the_metadata_names_this_door_and_asks_for_signed_assertions) {
    auto const page = browser.get("/saml/dienst/metadata");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, R"(WantAssertionsSigned="true")"));
    EXPECT_TRUE(says(page, R"(Location="https://mijnduo.example/saml/dienst/acs")"));
    EXPECT_FALSE(says(page, "encryption"));
}

} // namespace
