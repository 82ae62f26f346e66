#include "support/world.h"

#include <gtest/gtest.h>

namespace {

using portal::Account;
using portal::MailKind;

/// A school with its administrator, a user, and a school next door.
class Administration : public testing::Test {
protected:
    world::World world;
    portal::Organisation const school = world.add_organisation("lindenhof", "90000001");
    portal::Organisation const neighbour = world.add_organisation("berkenveld", "90000002");
    Account const sanne = world.add_account(
        "sanne", school, [](Account& account) { account.administrator_roles = {"beheerder-vo"}; });
    Account const nadia = world.add_account("nadia", school);
    Account const stranger = world.add_account("vreemd", neighbour);
    world::Browser browser = std::move(world::Browser{world}.signed_in_as(sanne.id));

    std::string code_mailed() {
        for (auto const& waiting : world.mails())
            if (waiting.mail.kind == MailKind::activation_code)
                return waiting.mail.code;
        return {};
    }
    std::vector<portal::Grant> grants() {
        return world.archive->look(
            [&](portal::Records& records) { return records.grants_of(nadia.id); });
    }
};

world::Browser::Fields registration() {
    return {{"naam", "Jan de Vries"},
            {"email", "j.devries@lindenhof.example"},
            {"telefoon", "06-12345678"},
            {"functie", "Administratie"},
            {"taal", "nl"},
            {"middel", "ja"}};
}

TEST_F(Administration, P2_3_a_user_is_registered_and_the_page_says_what_happens_next) {
    browser.get("/beheer/gebruikers/registreren");
    browser.post("/beheer/gebruikers/registreren", registration());
    EXPECT_EQ(browser.status(), 200);
    EXPECT_TRUE(browser.shows("Jan de Vries"));
    EXPECT_TRUE(browser.shows("Druk nu de brief met de gebruikersnaam af"));
    browser.get("/beheer/gebruikers?zoek=devries");
    EXPECT_TRUE(browser.shows("1 tot en met 1 van 1 gebruikers"));
    EXPECT_TRUE(browser.shows("Uitgenodigd"));
}

TEST_F(Administration, P2_3_without_the_confirmed_means_nobody_is_registered_and_nothing_is_lost) {
    browser.get("/beheer/gebruikers/registreren");
    auto fields = registration();
    fields.pop_back();
    browser.post("/beheer/gebruikers/registreren", fields);
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("href=\"#middel\""));
    EXPECT_TRUE(browser.shows("value=\"Jan de Vries\""));
}

TEST_F(Administration, P2_3_an_address_of_another_user_is_said_at_the_field) {
    browser.get("/beheer/gebruikers/registreren");
    auto fields = registration();
    fields[1].second = nadia.person.email;
    browser.post("/beheer/gebruikers/registreren", fields);
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("Dit e-mailadres hoort al bij een andere gebruiker."));
}

TEST_F(Administration, D5_a_field_that_the_form_does_not_have_is_refused) {
    auto fields = registration();
    fields.emplace_back("beheerrol", "beheerder-vo");
    browser.post_raw("/beheer/gebruikers/registreren", fields);
    EXPECT_EQ(browser.status(), 400);
}

TEST_F(Administration, P2_5_the_letter_is_a_pdf_and_its_revocation_code_is_kept_nowhere) {
    browser.get("/beheer/gebruikers/nadia/brief");
    auto const& letter = browser.post("/beheer/gebruikers/nadia/brief");
    EXPECT_EQ(letter.content_type, "application/pdf");
    ASSERT_EQ(world.press.printed.size(), 1U);
    auto const& paper = world.press.printed.front();
    EXPECT_EQ(paper.sign_in_address, "https://mijnduo.example/");
    EXPECT_EQ(paper.revocation_address, "https://mijnduo.example/koppeling-intrekken");
    EXPECT_NE(world.account(nadia.id).revocation_digest, "");
    EXPECT_EQ(world.account(nadia.id).revocation_digest.find(paper.revocation_code),
              std::string::npos);
}

TEST_F(Administration, P2_5_a_second_letter_is_announced_as_voiding_the_first) {
    browser.get("/beheer/gebruikers/nadia/brief");
    EXPECT_FALSE(browser.shows("De vorige brief vervalt"));
    browser.post("/beheer/gebruikers/nadia/brief");
    auto const before = world.account(nadia.id).revocation_digest;
    browser.get("/beheer/gebruikers/nadia/brief");
    EXPECT_TRUE(browser.shows("De vorige brief vervalt"));
    browser.post("/beheer/gebruikers/nadia/brief");
    EXPECT_NE(world.account(nadia.id).revocation_digest, before);
}

TEST_F(Administration, P2_5_the_day_of_the_hand_over_is_recorded_and_not_one_in_the_future) {
    browser.get("/beheer/gebruikers/nadia/brief");
    browser.post("/beheer/gebruikers/nadia/brief");
    browser.get("/beheer/gebruikers/nadia/uitreiken");
    EXPECT_TRUE(browser.shows("value=\"23-11-2026\""));
    browser.post("/beheer/gebruikers/nadia/uitreiken", {{"datum", "24-11-2026"}});
    EXPECT_EQ(browser.status(), 422);
    browser.post("/beheer/gebruikers/nadia/uitreiken", {{"datum", "23-11-2026"}});
    EXPECT_TRUE(browser.shows("Brief uitgereikt"));
}

TEST_F(Administration, P2_6_the_code_goes_to_the_user_and_the_administrator_sees_only_its_time) {
    browser.get("/beheer/gebruikers/nadia/brief");
    browser.post("/beheer/gebruikers/nadia/brief");
    browser.get("/beheer/gebruikers/nadia");
    browser.post("/beheer/gebruikers/nadia/code");
    EXPECT_TRUE(browser.shows("De code is geldig tot 24 november 2026 om 12.00 uur."));
    auto const code = code_mailed();
    ASSERT_FALSE(code.empty());
    EXPECT_FALSE(browser.shows(code));
}

TEST_F(Administration, P2_6_without_a_letter_no_code_is_sent) {
    browser.post_raw("/beheer/gebruikers/nadia/code", {});
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("Maak eerst de brief"));
    EXPECT_TRUE(code_mailed().empty());
}

TEST_F(Administration, P2_6_who_asked_for_a_code_stands_above_the_list) {
    world.add_account("wacht", school, [&](Account& account) {
        account.letter_made_at = world.now;
        account.code_requested_at = world.now;
    });
    browser.get("/beheer/gebruikers");
    EXPECT_TRUE(browser.shows("1 taak voor u"));
    EXPECT_TRUE(browser.shows("vraagt om een activatiecode."));
}

TEST_F(Administration, P2_10_the_block_of_an_account_is_lifted_by_its_administrator) {
    world.add_account("vast", school, [&](Account& account) {
        account.attempts.blocked_until = world.now + std::chrono::minutes{10};
    });
    browser.get("/beheer/gebruikers/vast");
    EXPECT_TRUE(browser.shows("Koppelen is geblokkeerd"));
    browser.post("/beheer/gebruikers/vast/blokkade-opheffen");
    EXPECT_TRUE(browser.shows("De blokkade is opgeheven"));
    EXPECT_FALSE(browser.shows("Koppelen is geblokkeerd"));
}

TEST_F(Administration, P6_5_unlinking_ends_the_link_and_the_session_at_once) {
    auto user = std::move(world::Browser{world}.signed_in_as(nadia.id));
    EXPECT_EQ(user.get("/overzicht").status, 200);
    browser.get("/beheer/gebruikers/nadia/ontkoppelen");
    browser.post("/beheer/gebruikers/nadia/ontkoppelen", {{"toelichting", "weg"}});
    EXPECT_EQ(browser.status(), 422);
    browser.post("/beheer/gebruikers/nadia/ontkoppelen",
                 {{"reden", "gestolen"}, {"toelichting", "uit de auto"}});
    EXPECT_TRUE(browser.shows("De koppeling is ongedaan gemaakt."));
    EXPECT_FALSE(world.account(nadia.id).link.has_value());
    EXPECT_EQ(user.get("/overzicht").status, 401);
}

TEST_F(Administration, P6_8_an_ended_account_stays_visible_with_nothing_left_to_press) {
    browser.get("/beheer/gebruikers/nadia/beeindigen");
    browser.post("/beheer/gebruikers/nadia/beeindigen", {{"reden", "uit dienst"}});
    EXPECT_TRUE(browser.shows("Het account is beëindigd."));
    EXPECT_FALSE(browser.form("/beheer/gebruikers/nadia/code").has_value());
    browser.post_raw("/beheer/gebruikers/nadia/code", {});
    EXPECT_EQ(browser.status(), 422);
}

TEST_F(Administration, P6_4_a_role_is_granted_after_its_effect_was_shown) {
    browser.get("/beheer/gebruikers/nadia/rollen/toekennen");
    browser.post("/beheer/gebruikers/nadia/rollen/toekennen", {{"rol", "verzuimloket-melder"}});
    EXPECT_TRUE(browser.shows("99AA (Hoofdlocatie)"));
    browser.post("/beheer/gebruikers/nadia/rollen/toekennen", {{"kenmerk-instellingscode", "99AA"},
                                                               {"van", "23-11-2026"},
                                                               {"tot", ""},
                                                               {"reden", "nieuw werk"}});
    EXPECT_TRUE(browser.shows("Deze taken komen erbij"));
    EXPECT_TRUE(grants().empty()) << "nothing is kept before it was confirmed";
    browser.post("/beheer/gebruikers/nadia/rollen/toekennen");
    EXPECT_TRUE(browser.shows("De rol is toegekend."));
    ASSERT_EQ(grants().size(), 1U);
    EXPECT_EQ(grants().front().attributes.at("instellingscode"), "99AA");
}

TEST_F(Administration, P6_1_a_role_without_its_attribute_is_refused_at_the_field) {
    browser.get("/beheer/gebruikers/nadia/rollen/toekennen?rol=verzuimloket-melder");
    browser.post("/beheer/gebruikers/nadia/rollen/toekennen", {{"kenmerk-instellingscode", ""},
                                                               {"van", "23-11-2026"},
                                                               {"tot", ""},
                                                               {"reden", "nieuw werk"}});
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("href=\"#kenmerk-instellingscode\""));
}

TEST_F(Administration, P6_1_a_value_of_another_organisation_is_refused_when_it_is_saved_too) {
    for (std::string const step : {"gegevens", "opslaan"}) {
        browser.post_raw("/beheer/gebruikers/nadia/rollen/toekennen",
                         {{"stap", step},
                          {"rol", "verzuimloket-melder"},
                          {"kenmerk-instellingscode", "99ZZ"},
                          {"van", "23-11-2026"},
                          {"tot", ""},
                          {"reden", "nieuw werk"}});
        EXPECT_EQ(browser.status(), 422);
        EXPECT_TRUE(browser.shows("Dit kenmerk is niet van uw organisatie."));
    }
    EXPECT_TRUE(grants().empty());
}

TEST_F(Administration, P6_2_a_role_outside_the_own_list_is_not_offered_and_not_taken) {
    browser.get("/beheer/gebruikers/nadia/rollen/toekennen");
    EXPECT_FALSE(browser.shows("value=\"behandelaar-rmc\""));
    browser.get("/beheer/gebruikers/nadia/rollen/toekennen?rol=behandelaar-rmc");
    EXPECT_TRUE(browser.shows("Deze rol mag u niet geven of intrekken."));
}

TEST_F(Administration, P6_4_withdrawing_says_which_tasks_disappear_and_wants_a_reason) {
    browser.post_raw("/beheer/gebruikers/nadia/rollen/toekennen",
                     {{"stap", "opslaan"},
                      {"rol", "verzuimloket-melder"},
                      {"kenmerk-instellingscode", "99AA"},
                      {"van", "23-11-2026"},
                      {"tot", ""},
                      {"reden", "nieuw werk"}});
    auto const path =
        "/beheer/gebruikers/nadia/rollen/" + grants().front().id.text() + "/intrekken";
    browser.get(path);
    EXPECT_TRUE(browser.shows("Deze taken vallen weg"));
    browser.post(path, {{"reden", ""}});
    EXPECT_EQ(browser.status(), 422);
    browser.post(path, {{"reden", "ander werk"}});
    EXPECT_TRUE(browser.shows("De rol is ingetrokken."));
    EXPECT_TRUE(grants().empty());
}

TEST_F(Administration, D3_foreign_and_absent_users_answer_alike_on_every_page) {
    for (std::string const page :
         {"", "/brief", "/uitreiken", "/ontkoppelen", "/beeindigen", "/rollen/toekennen"}) {
        EXPECT_EQ(browser.get("/beheer/gebruikers/vreemd" + page).status, 404);
        EXPECT_EQ(browser.get("/beheer/gebruikers/niemand" + page).status, 404);
    }
    for (std::string const act : {"/brief", "/uitreiken", "/code", "/blokkade-opheffen",
                                  "/ontkoppelen", "/beeindigen", "/rollen/toekennen"}) {
        EXPECT_EQ(browser.post_raw("/beheer/gebruikers/vreemd" + act, {}).status, 404) << act;
        EXPECT_EQ(browser.post_raw("/beheer/gebruikers/niemand" + act, {}).status, 404) << act;
    }
}

TEST_F(Administration, D2_an_administrator_does_nothing_to_the_own_account) {
    browser.get("/beheer/gebruikers/sanne");
    EXPECT_TRUE(browser.shows("Dit is uw eigen account."));
    for (std::string const act :
         {"/brief", "/code", "/ontkoppelen", "/beeindigen", "/rollen/toekennen"})
        EXPECT_EQ(browser.post_raw("/beheer/gebruikers/sanne" + act, {}).status, 422) << act;
    EXPECT_TRUE(world.account(sanne.id).link.has_value());
}

TEST_F(Administration, D3_a_user_without_administrator_role_does_not_come_in) {
    auto user = std::move(world::Browser{world}.signed_in_as(nadia.id));
    EXPECT_EQ(user.get("/beheer/gebruikers").status, 403);
    EXPECT_EQ(user.get("/beheer/gebruikers/nadia").status, 403);
    EXPECT_EQ(user.get("/dienst").status, 403);
}

TEST_F(Administration, P3_8_the_pages_speak_english_too) {
    for (std::string const page : {"", "/registreren", "/nadia", "/nadia/brief",
                                   "/nadia/beeindigen", "/nadia/rollen/toekennen"}) {
        browser.get("/beheer/gebruikers" + page + "?taal=en");
        EXPECT_EQ(browser.status(), 200);
        EXPECT_TRUE(browser.shows("Your organisation"));
        EXPECT_FALSE(browser.shows("Gebruikers<"));
    }
}

} // namespace
