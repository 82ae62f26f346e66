#include "support/world.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using portal::Account;
using portal::StaffRole;
using Field = world::Browser::Fields::value_type;

/// A school with its administrator, and the agency. The press has no Georgian letters.
class Unprintable : public testing::Test {
protected:
    world::World world;
    portal::Organisation const school = world.add_organisation("lindenhof", "90000001");
    portal::Organisation const agency = world.add_organisation("dienst", "90000009", true);
    Account const sanne = world.add_account(
        "sanne", school, [](Account& account) { account.administrator_roles = {"beheerder-vo"}; });
    Account const iris = world.add_account(
        "iris", agency, [](Account& account) { account.staff_roles = {StaffRole::registrar}; });
    world::Browser browser = std::move(world::Browser{world}.signed_in_as(sanne.id));
    world::Browser registrar = std::move(world::Browser{world}.signed_in_as(iris.id));
};

world::Browser::Fields registration() {
    return {{"naam", "Jan de Vries"},
            {"email", "j.devries@lindenhof.example"},
            {"telefoon", "06-12345678"},
            {"functie", "Administratie"},
            {"taal", "nl"},
            {"middel", "ja"}};
}

world::Browser::Fields signed_form() {
    return {{"organisatie", "Scholengroep Berkenveld"},
            {"kvk", "90000002"},
            {"rsin", ""},
            {"sector", "vo"},
            {"kenmerken-instellingscode", "99AA Hoofdlocatie"},
            {"ondertekenaar", "Drs. Bestuurder"},
            {"naam", "Sanne Aydin"},
            {"email", "s.aydin@berkenveld.example"},
            {"telefoon", "0612345678"},
            {"functie", "Beheerder"},
            {"taal", "nl"},
            {"beheerrol", "beheerder-vo"}};
}

} // namespace

TEST_F(Unprintable, P2_14_what_the_letter_cannot_print_is_said_before_there_is_a_user) {
    browser.get("/beheer/gebruikers/registreren");
    auto form = registration();
    form[0].second = "გიორგი Meladze";
    browser.post("/beheer/gebruikers/registreren", form);
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("De brief kan deze tekens niet afdrukken: გ, ი, ო, რ. Schrijf de "
                              "naam in ons alfabet, zoals in het paspoort."));
    EXPECT_TRUE(browser.shows("href=\"#naam\""));
    EXPECT_TRUE(browser.shows("value=\"გიორგი Meladze\"")) << "what was typed stays";
    EXPECT_TRUE(browser.shows("value=\"j.devries@lindenhof.example\""));
    form[0].second = "Giorgi Meladze";
    browser.post("/beheer/gebruikers/registreren", form);
    EXPECT_EQ(browser.status(), 200) << "the way on";
    EXPECT_TRUE(browser.shows("Giorgi Meladze"));
}

TEST_F(Unprintable, P2_14_a_letter_that_cannot_be_printed_is_not_made_and_the_former_stays) {
    auto const giorgi = world.add_account(
        "giorgi", school, [](Account& account) { account.person.name = "გიორგი Meladze"; });
    browser.get("/beheer/gebruikers/giorgi/brief");
    EXPECT_TRUE(browser.shows("De brief kan deze tekens niet afdrukken: გ, ი, ო, რ."));
    EXPECT_TRUE(browser.shows("registreer de gebruiker opnieuw")) << "the way on";
    EXPECT_FALSE(browser.shows("Maak de brief"));
    browser.post_raw("/beheer/gebruikers/giorgi/brief", {});
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("De brief kan deze tekens niet afdrukken: გ, ი, ო, რ."));
    EXPECT_TRUE(world.press.printed.empty());
    EXPECT_FALSE(world.account(giorgi.id).letter_made_at);
    EXPECT_EQ(world.account(giorgi.id).revocation_digest, giorgi.revocation_digest);
}

TEST_F(Unprintable, P2_14_what_a_letter_cannot_print_is_said_at_each_name_of_the_appointment) {
    for (std::string const field : {"organisatie", "ondertekenaar", "naam"}) {
        registrar.get("/dienst/aanmeldingen/nieuw");
        auto form = signed_form();
        std::ranges::find(form, field, &Field::first)->second += " ია";
        registrar.post("/dienst/aanmeldingen/nieuw", form);
        EXPECT_EQ(registrar.status(), 422) << field;
        EXPECT_TRUE(registrar.shows("De brief kan deze tekens niet afdrukken: ი, ა.")) << field;
        EXPECT_TRUE(registrar.shows("href=\"#" + field + '"'));
    }
}

TEST_F(Unprintable, P2_14_a_first_letter_that_cannot_be_printed_is_not_made) {
    auto const giorgi = world.add_account("giorgi", school, [](portal::Account& account) {
        account.administrator_roles = {"beheerder-vo"};
        account.person.name = "გიორგი";
    });
    registrar.get("/dienst/organisaties/lindenhof");
    registrar.post("/dienst/organisaties/lindenhof/beheerders/giorgi/brief");
    EXPECT_EQ(registrar.status(), 422);
    EXPECT_TRUE(registrar.shows("De brief kan deze tekens niet afdrukken: გ, ი, ო, რ. Voer een "
                                "nieuwe aanmelding in"));
    EXPECT_TRUE(world.press.printed.empty());
    EXPECT_FALSE(world.account(giorgi.id).letter_made_at);
}

TEST_F(Unprintable, P2_14_is_said_in_english_too) {
    browser.signed_in_as(world
                             .add_account("anja", school,
                                          [](Account& account) {
                                              account.administrator_roles = {"beheerder-vo"};
                                              account.person.language = portal::Language::english;
                                          })
                             .id);
    auto form = registration();
    form[0].second = "Jan იაშვილი";
    browser.get("/beheer/gebruikers/registreren");
    browser.post("/beheer/gebruikers/registreren", form);
    EXPECT_TRUE(browser.shows("The letter cannot print these characters: ი, ა, შ, ვ, ლ. Write the "
                              "name in the Latin alphabet, as in the passport."));
}
