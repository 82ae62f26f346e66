#include "support/world.h"

#include <gtest/gtest.h>

/// What runs out and whether the broker is there: for staff, for the operator and for visitors.
namespace {

using namespace std::chrono_literals;
using portal::Circuit;
using portal::keys::Holding;

class KeysShown : public testing::Test {
protected:
    KeysShown() {
        auto const in = [&](int days) { return world.now + std::chrono::days{days}; };
        world.broker.state.expiries = {
            {.holding = Holding::signing,
             .mark = std::string(64, 'a'),
             .from = {},
             .until = in(200)},
            {.holding = Holding::next_signing,
             .mark = std::string(64, 'b'),
             .from = in(10),
             .until = in(900)},
            {.holding = Holding::decryption, .mark = "c1", .from = {}, .until = in(45)},
            {.holding = Holding::client, .mark = "d1", .from = {}, .until = in(30)},
            {.holding = Holding::broker_signing, .mark = "e1", .from = {}, .until = in(7)},
            {.holding = Holding::broker_metadata,
             .mark = R"(urn:"\broker)",
             .from = {},
             .until = in(0) + 90s}};
        world.broker.state.metadata_confirmed_at = world.now - 1h;
    }

    world::World world;
    portal::Organisation const agency = world.add_organisation("dienst", "90000009", true);
    world::Browser staff(portal::StaffRole role, char const* name,
                         portal::Language language = portal::Language::dutch) {
        auto const account = world.add_account(name, agency, [&](portal::Account& each) {
            each.staff_roles = {role};
            each.person.language = language;
        });
        return std::move(world::Browser{world}.signed_in_as(account.id));
    }
};

TEST_F(KeysShown, to_every_role_of_the_staff_with_what_until_when_days_and_state) {
    auto auditor = staff(portal::StaffRole::auditor, "otto");
    auditor.get("/dienst/sleutels");
    EXPECT_EQ(auditor.status(), 200);
    for (auto const* words :
         {"Ondertekenen, volgende", "Ontsleutelen", "Verbinding met de makelaar",
          "Certificaat van de makelaar", "Metadata van de makelaar", "In orde", "Nog niet geldig",
          "Verloopt binnen 60 dagen", "Verloopt binnen 30 dagen", "Verloopt binnen 7 dagen",
          "aaaaaaaaaaaaaaaa", ">200<", "7 januari 2027"})
        EXPECT_TRUE(auditor.shows(words)) << words;
    EXPECT_FALSE(auditor.shows("De makelaar antwoordt niet"));
    world.now += 90s;
    auditor.get("/dienst/sleutels");
    EXPECT_TRUE(auditor.shows("Verlopen"));
}

TEST_F(KeysShown, in_english_too) {
    auto iris = staff(portal::StaffRole::registrar, "iris", portal::Language::english);
    iris.get("/dienst/sleutels");
    EXPECT_TRUE(iris.shows("Expires within 30 days"));
    EXPECT_TRUE(iris.shows("Days left"));
}

TEST_F(KeysShown, to_nobody_but_staff) {
    auto const school = world.add_organisation("lindenhof", "12345678");
    auto const sanne = world.add_account("sanne", school);
    auto user = std::move(world::Browser{world}.signed_in_as(sanne.id));
    user.get("/dienst/sleutels");
    EXPECT_FALSE(user.shows("Ontsleutelen"));
    EXPECT_GE(user.status(), 400);
}

TEST_F(KeysShown, in_the_metrics_with_seconds_left_and_the_circuit) {
    world::Browser operators{world};
    operators.ask_privately("/metrics");
    for (auto const* line :
         {"\nmijnduo_expiry_seconds{what=\"decryption\",mark=\"c1\"} 3888000\n",
          "\nmijnduo_expiry_seconds{what=\"broker_metadata\",mark=\"urn:\\\"\\\\broker\"} 90\n",
          "\nmijnduo_broker_circuit{state=\"closed\"} 1\n",
          "\nmijnduo_broker_circuit{state=\"open\"} 0\n",
          "\nmijnduo_broker_metadata_age_seconds 3600\n"})
        EXPECT_TRUE(operators.shows(line)) << line << operators.text();
    world.broker.state.circuit = Circuit::State::open;
    world.now += 91s;
    operators.ask_privately("/metrics");
    EXPECT_TRUE(operators.shows("circuit{state=\"open\"} 1\n"));
    EXPECT_TRUE(operators.shows("circuit{state=\"closed\"} 0\n"));
    EXPECT_TRUE(operators.shows("broker\"} -1\n"));
}

TEST_F(KeysShown, a_disturbance_stands_above_the_way_in_in_both_languages) {
    world::Browser visitor{world};
    for (auto const* path : {"/", "/inloggen/vo"}) {
        world.broker.state.circuit = Circuit::State::closed;
        visitor.get(path);
        EXPECT_FALSE(visitor.shows("heeft een storing"));
        for (auto const state : {Circuit::State::open, Circuit::State::half_open}) {
            world.broker.state.circuit = state;
            visitor.get(path);
            EXPECT_TRUE(visitor.shows("eHerkenning heeft een storing"));
            visitor.get(std::string{path} + "?taal=en");
            EXPECT_TRUE(visitor.shows("eHerkenning has a disturbance"));
            visitor.get(std::string{path} + "?taal=nl");
        }
    }
}

TEST_F(KeysShown, metadata_that_ran_out_is_a_disturbance_from_that_second_on) {
    world::Browser visitor{world};
    world.now += 89s;
    EXPECT_EQ(visitor.get("/").body.find("heeft een storing"), std::string::npos);
    world.now += 1s;
    EXPECT_NE(visitor.get("/").body.find("heeft een storing"), std::string::npos);
}

} // namespace
