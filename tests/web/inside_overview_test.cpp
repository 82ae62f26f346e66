#include "inside_house.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using inside::Browser;
using inside::has;
using inside::House;
using inside::location;

constexpr auto examinations = "examenkandidaten-aanmelden";
constexpr auto absence = "verzuimloket-melder";

TEST(InsideOverview, P4_1_shows_topics_announcements_shortcuts_and_profile) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    house.give(nadia, examinations);
    Browser browser{house, nadia};
    auto const response = browser.get("/overzicht");
    ASSERT_EQ(response.status, 200);
    for (auto const* words : {"Onderwerpen", "Mijn DUO", "Mededelingen", "Snel naar", "Profiel",
                              "Mijn gegevens", "Uitloggen", "Examenkandidaten aanmelden",
                              "Meld uw kandidaten aan voor de examens van dit schooljaar."})
        EXPECT_TRUE(has(response.body, words)) << words;
    EXPECT_FALSE(has(response.body, "Verzuim melden"));
    EXPECT_FALSE(has(response.body, "/account-kiezen"));
}

TEST(InsideOverview, P4_1_who_has_no_task_is_told_whom_to_ask) {
    House house;
    auto boss = house.moves_in("Saskia");
    boss.administrator_roles = {house.catalogue.administrator_roles.front().code};
    house.save(boss);
    Browser browser{house, house.moves_in("Nadia")};
    auto const page = browser.page("/overzicht");
    EXPECT_TRUE(has(page, "U hebt nog geen taken"));
    EXPECT_TRUE(has(page, "saskia@lindenhof.example"));
    EXPECT_FALSE(has(page, "/beheer/gebruikers"));
    Browser administrator{house, boss};
    EXPECT_TRUE(has(administrator.page("/overzicht"), "/beheer/gebruikers"));
}

TEST(InsideOverview, P2_12_another_account_of_the_same_identity_can_be_chosen) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    auto const other = portal::OrganisationId::parse("andere").value();
    house.archive->change([&](portal::Records& records) {
        auto organisation = records.organisation(nadia.organisation).value();
        organisation.id = other;
        records.add(organisation);
    });
    auto second = house.moves_in("Tweede");
    second.link->identity = nadia.link->identity;
    second.organisation = other;
    house.save(second);
    Browser browser{house, nadia};
    EXPECT_EQ(has(browser.page("/overzicht"), "/account-kiezen"), true);
}

TEST(InsideOverview, P9_5_a_task_of_a_link_leads_by_way_of_our_own_page_and_the_use_is_kept) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    house.give(nadia, examinations);
    Browser browser{house, nadia};
    auto const started = browser.post("/taken/examenkandidaten-aanmelden/start");
    ASSERT_EQ(started.status, 303);
    EXPECT_EQ(location(started), "/taken/examenkandidaten-aanmelden/verder");
    EXPECT_TRUE(has(browser.page(location(started)),
                    "href=\"https://examens.duo.example/kandidaten\" rel=\"noopener noreferrer\""));
    EXPECT_TRUE(has(browser.page("/overzicht"), "Laatst gebruikt: vandaag"));
}

TEST(InsideOverview, P9_5_a_task_typed_by_address_is_refused_without_its_role) {
    House house;
    Browser browser{house, house.moves_in("Nadia")};
    for (auto const* path : {"/taken/verzuim-melden", "/taken/verzuim-melden/verder",
                             "/taken/contactpersoon-bekostiging/stap/1",
                             "/taken/contactpersoon-bekostiging/controleren"})
        EXPECT_EQ(browser.get(path).status, 403) << path;
    EXPECT_EQ(browser.post("/taken/verzuim-melden/start").status, 403);
    EXPECT_EQ(browser.get("/taken/bestaat-niet").status, 404);
}

TEST(InsideOverview, P9_5_a_withdrawn_role_stops_a_running_session_at_once) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    auto const grant = house.give(nadia, examinations);
    Browser browser{house, nadia};
    ASSERT_EQ(browser.post("/taken/examenkandidaten-aanmelden/start").status, 303);
    house.withdraw(grant);
    EXPECT_EQ(browser.post("/taken/examenkandidaten-aanmelden/start").status, 403);
    EXPECT_EQ(browser.get("/taken/examenkandidaten-aanmelden/verder").status, 403);
    EXPECT_FALSE(has(browser.page("/overzicht"), "Examenkandidaten aanmelden</span>"));
}

TEST(InsideOverview, P3_2_a_task_of_level_four_says_so_and_opens_at_that_level) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    for (auto& task : house.catalogue.tasks)
        if (task.code == "examenkandidaten-aanmelden")
            task.least_level = portal::AssuranceLevel::loa4;
    house.give(nadia, examinations);
    Browser low{house, nadia};
    auto const refused = low.post("/taken/examenkandidaten-aanmelden/start");
    EXPECT_EQ(refused.status, 403);
    EXPECT_TRUE(has(refused.body, "niveau 4"));
    Browser high{house, nadia, portal::AssuranceLevel::loa4};
    EXPECT_EQ(high.post("/taken/examenkandidaten-aanmelden/start").status, 303);
}

TEST(InsideOverview, P4_3_what_must_be_read_comes_before_the_first_task_and_leads_on_to_it) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    house.give(nadia, absence);
    Browser browser{house, nadia};
    auto const stopped = browser.post("/taken/verzuim-melden/start");
    EXPECT_EQ(location(stopped), "/mededelingen/verzuim-nieuwe-regels?taak=verzuim-melden");
    EXPECT_EQ(location(browser.get("/taken/verzuim-melden/verder")), location(stopped));
    EXPECT_TRUE(has(browser.page(location(stopped)), "Ik heb dit gelezen, ga verder"));
    auto const read =
        browser.post("/mededelingen/verzuim-nieuwe-regels/gelezen", {{"taak", "verzuim-melden"}});
    EXPECT_EQ(location(read), "/taken/verzuim-melden/verder");
    EXPECT_EQ(location(browser.post("/taken/verzuim-melden/start")),
              "/taken/verzuim-melden/verder");
}

TEST(InsideOverview, P4_3_an_announcement_for_others_answers_like_one_that_does_not_exist) {
    House house;
    Browser browser{house, house.moves_in("Nadia")};
    for (auto const* code : {"verzuim-nieuwe-regels", "kinderopvang-opvanguren", "bestaat-niet"}) {
        auto const path = "/mededelingen/" + std::string{code};
        EXPECT_EQ(browser.get(path).status, 404) << code;
        EXPECT_EQ(browser.post(path + "/gelezen").status, 404) << code;
    }
    EXPECT_EQ(browser.get("/mededelingen/examenkandidaten-2027").status, 200);
}

TEST(InsideOverview, P4_2_shortcuts_are_pinned_and_removed) {
    House house;
    auto const nadia = house.moves_in("Nadia");
    house.give(nadia, examinations);
    Browser browser{house, nadia};
    auto const choose = [&](std::string const& choice) {
        return browser.post("/snel-naar",
                            {{"taak", "examenkandidaten-aanmelden"}, {"keuze", choice}});
    };
    EXPECT_TRUE(has(browser.page("/overzicht"), "Hier komen de taken"));
    EXPECT_EQ(location(choose("vastzetten")), "/overzicht?gelukt=vastgezet");
    EXPECT_TRUE(has(browser.page("/overzicht"), "value=\"losmaken\""));
    EXPECT_EQ(location(choose("verwijderen")), "/overzicht?gelukt=verwijderd");
    EXPECT_TRUE(has(browser.page("/overzicht"), "Hier komen de taken"));
    EXPECT_TRUE(has(browser.page("/snel-naar"), "Zet terug"));
    EXPECT_EQ(choose("anders").status, 400);
}

} // namespace
