#pragma once
#include "door.h"

#include "web/visitor.h"

#include <gtest/gtest.h>

/// Somebody who is busy with a form while the session comes to its end (P3.5).
namespace renewal {

using namespace std::chrono_literals;
using inside::House;
using world::Browser;
using Fields = Browser::Fields;

inline std::string const form = "/taken/contactpersoon-bekostiging";
inline std::string const step = form + "/stap/1";
inline std::string const registering = "/beheer/gebruikers/registreren";

inline Fields const typed{
    {"bestuursnummer", "41"}, {"naam", "Kees <Jansen>"}, {"functie", ""}, {"taak", "alles"}};
inline Fields const person{{"naam", "Piet Smit"}, {"email", "piet@school"}, {"telefoon", "06"},
                           {"functie", "Docent"}, {"taal", "en"},           {"middel", "ja"}};

inline Fields with(Fields fields, std::string const& name, std::string const& value = "ja") {
    fields.emplace_back(name, value);
    return fields;
}

class Renewal : public testing::Test {
protected:
    Renewal() {
        house.give(nadia, "medewerker-bekostiging");
        come_in(browser, nadia);
        started = house.now;
    }

    void come_in(Browser& who, portal::Account const& account) {
        door::leave(who, "/saml/login?opnieuw=1");
        door::back(house, who, {.identity = account.link->identity});
    }

    /// So long after signing in, with a click every ten minutes on the way.
    void busy_until(std::chrono::microseconds after) {
        while (house.now + 10min < started + after) {
            house.now += 10min;
            ASSERT_EQ(browser.get("/overzicht").status, 200);
        }
        house.now = started + after;
    }

    void open_form() {
        browser.get(form);
        browser.post(form + "/start");
        ASSERT_EQ(browser.address(), step);
    }

    portal::Account administrator() {
        auto olga = house.moves_in("Olga");
        olga.administrator_roles = {"beheerder-vo"};
        house.save(olga);
        return olga;
    }

    std::optional<portal::forms::Draft> draft_of(portal::Account const& account,
                                                 std::string const& name) {
        return house.archive->look(
            [&](portal::Records& records) { return records.draft(account.id, name); });
    }

    House house;
    portal::Account const nadia = house.moves_in("Nadia");
    Browser browser{house};
    foundation::Instant started{};
};

} // namespace renewal
