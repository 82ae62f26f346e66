#include "support/world.h"

#include <gtest/gtest.h>

namespace {

using portal::Account;

/// A school whose administrator registers people with odd names and addresses.
class Names : public testing::Test {
protected:
    world::World world;
    portal::Organisation const school = world.add_organisation("lindenhof", "90000001");
    Account const sanne = world.add_account(
        "sanne", school, [](Account& account) { account.administrator_roles = {"beheerder-vo"}; });
    world::Browser browser = std::move(world::Browser{world}.signed_in_as(sanne.id));

    int register_user(std::string const& name, std::string const& mail) {
        browser.get("/beheer/gebruikers/registreren");
        browser.post("/beheer/gebruikers/registreren", {{"naam", name},
                                                        {"email", mail},
                                                        {"telefoon", "06-12345678"},
                                                        {"functie", ""},
                                                        {"taal", "nl"},
                                                        {"middel", "ja"}});
        return browser.status();
    }
    Account called(std::string_view id, std::string name, std::string function) {
        return world.add_account(id, school, [&](Account& account) {
            account.person.name = std::move(name);
            account.person.function = std::move(function);
        });
    }
    std::vector<Account> users(std::string search = {}) {
        return world.archive->look([&](portal::Records& records) {
            return records.accounts(school.id, {.search = std::move(search)}, world.now).rows;
        });
    }
};

TEST_F(Names, P2_14_people_are_registered_under_the_names_that_they_have) {
    int number = 0;
    for (auto const* name :
         {"Jan van 't Hof", "Per Ængström", "Siobhán O\u2019Brien-Müller", "Gina D\u2019Angelo"}) {
        auto const mail = "p" + std::to_string(++number) + "@lindenhof.example";
        EXPECT_EQ(register_user(name, mail), 200) << name;
        ASSERT_EQ(users(mail).size(), 1U) << name;
        EXPECT_EQ(users(mail).front().person.name, name);
    }
}

TEST_F(Names, P2_14_what_no_name_has_is_refused_with_a_sentence_that_says_what_is_allowed) {
    auto const before = users().size();
    for (auto const* name : {"Anna\u202etiW ed", "An\u200bna de Wit", "Anna 2", "Anna & Bob"}) {
        EXPECT_EQ(register_user(name, "anna@lindenhof.example"), 422) << name;
        EXPECT_TRUE(browser.shows(
            "Gebruik in een naam alleen letters, spaties, apostrofs, streepjes en punten."))
            << name;
    }
    EXPECT_EQ(register_user("Kijk op www.prijs.nl", "anna@lindenhof.example"), 422);
    EXPECT_TRUE(browser.shows("Een internetadres is geen naam. Zet na elke punt een spatie."));
    EXPECT_EQ(users().size(), before);
}

TEST_F(Names, P2_15_a_mail_domain_of_other_letters_is_kept_in_one_way) {
    EXPECT_EQ(register_user("Anna de Wit", "\u200banna+duo@Müller.example\u00a0"), 200);
    ASSERT_EQ(users("Anna").size(), 1U);
    EXPECT_EQ(users("Anna").front().person.email, "anna+duo@müller.example");
}

TEST_F(Names, P2_15_a_local_part_that_mail_servers_do_not_take_gets_its_own_sentence) {
    for (auto const* mail : {"zoë@lindenhof.example", "\"anna de wit\"@lindenhof.example"}) {
        EXPECT_EQ(register_user("Anna de Wit", mail), 422) << mail;
        EXPECT_TRUE(browser.shows("Gebruik voor het apenstaartje geen letters met accenten en "
                                  "geen aanhalingstekens."));
    }
    EXPECT_EQ(register_user("Anna de Wit", "anna@linden\u00adhof.example"), 422);
    EXPECT_TRUE(browser.shows("Vul een e-mailadres in zoals naam@organisatie.nl."));
}

TEST_F(Names, P2_14_the_list_goes_by_surname_and_tells_namesakes_apart_by_their_function) {
    called("a", "Anna van den Berg", "Docent wiskunde");
    called("b", "ANNA van den Berg", "Conciërge");
    called("c", "Zoë Aalbers", "Rector"); // her namesake may stand on another page
    browser.get("/beheer/gebruikers");
    auto const page = browser.text();
    EXPECT_NE(page.find("Docent wiskunde"), std::string::npos);
    EXPECT_NE(page.find("Conciërge"), std::string::npos);
    EXPECT_NE(page.find("Rector"), std::string::npos);
    EXPECT_LT(page.find("Zoë Aalbers"), page.find("Anna van den Berg"));
    browser.get("/beheer/gebruikers?zoek=berg+anna+wiskunde");
    EXPECT_TRUE(browser.shows("1 tot en met 1 van 1 gebruikers"));
}

} // namespace
