#include "door.h"

#include <gtest/gtest.h>

/// A mandate that is limited to one branch: a limit, never a place (decision 0083).
namespace {

using inside::House;
using world::Browser;

std::string const north = "000012345678";
std::string const south = "000087654321";
std::string const task = "/taken/verzuim-melden";

class Branch : public testing::Test {
protected:
    void arrive(std::optional<std::string> branch) {
        door::leave(browser, "/saml/login?opnieuw=1");
        door::back(house, browser,
                   {.identity = nadia.link->identity, .branch_number = std::move(branch)});
    }

    House house;
    portal::Account const nadia = house.moves_in("Nadia");
    Browser browser{house};
};

TEST_F(Branch, P3_2_a_role_for_this_branch_counts_and_the_page_says_for_which_branch) {
    house.give(nadia, "verzuimloket-melder-vestiging", north);
    arrive(north);
    EXPECT_TRUE(browser.shows("Uw machtiging geldt alleen voor vestiging " + north));
    EXPECT_TRUE(browser.shows(task + "/start"));
    EXPECT_EQ(browser.get(task).status, 200);
}

TEST_F(Branch, P3_2_a_role_for_another_branch_is_refused_and_not_shown) {
    house.give(nadia, "verzuimloket-melder-vestiging", south);
    arrive(north);
    EXPECT_FALSE(browser.shows(task + "/start"));
    EXPECT_EQ(browser.get(task).status, 403);
    EXPECT_TRUE(browser.shows("hoort niet bij vestiging " + north));
}

TEST_F(Branch, P3_2_a_role_that_names_no_branch_is_for_more_than_the_branch_and_is_refused) {
    house.give(nadia, "verzuimloket-melder");
    arrive(north);
    EXPECT_EQ(browser.get(task).status, 403);
    EXPECT_TRUE(browser.shows("voor de hele organisatie"));
}

TEST_F(Branch, P3_2_without_a_limit_every_role_counts) {
    house.give(nadia, "verzuimloket-melder-vestiging", south);
    house.give(nadia, "examenkandidaten-aanmelden");
    arrive(std::nullopt);
    EXPECT_FALSE(browser.shows("Uw machtiging geldt alleen"));
    EXPECT_EQ(browser.get(task).status, 200);
    EXPECT_EQ(browser.get("/taken/examenkandidaten-aanmelden").status, 200);
}

TEST_F(Branch, P3_2_the_branch_is_called_by_the_name_that_the_organisation_gives_it) {
    house.archive->change([&](portal::Records& records) {
        auto school = house.school;
        school.attributes.push_back({"vestigingsnummer", north, "Locatie Noord"});
        records.save(school);
    });
    arrive(north);
    EXPECT_TRUE(browser.shows(north + " (Locatie Noord)"));
}

TEST_F(Branch, P3_2_an_administrator_of_a_branch_alone_administers_nothing) {
    auto olga = nadia;
    olga.administrator_roles = {"beheerder-vo"};
    house.save(olga);
    arrive(north);
    EXPECT_FALSE(browser.shows("href=\"/beheer/gebruikers\""));
    for (auto const* page : {"/beheer/gebruikers", "/beheer/gebruikers/registreren"}) {
        EXPECT_EQ(browser.get(page).status, 403) << page;
        EXPECT_TRUE(browser.shows("geldt niet voor de hele organisatie")) << page;
    }
    arrive(std::nullopt);
    EXPECT_EQ(browser.get("/beheer/gebruikers").status, 200);
}

TEST_F(Branch, P3_2_own_data_and_switching_are_open_as_ever) {
    arrive(north);
    EXPECT_EQ(browser.get("/mijn-gegevens").status, 200);
    EXPECT_EQ(browser.get("/account-kiezen").status, 200);
}

TEST_F(Branch, P3_8_in_english_too) {
    auto english = nadia;
    english.person.language = portal::Language::english;
    house.save(english);
    house.give(nadia, "verzuimloket-melder-vestiging", south);
    arrive(north);
    EXPECT_TRUE(browser.shows("Your mandate holds for branch " + north + " only"));
    browser.get(task);
    EXPECT_TRUE(browser.shows("does not go with branch " + north));
}

} // namespace
