#include "support/world.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using portal::Account;
using portal::AppointmentState;
using portal::StaffRole;

class Agency : public testing::Test {
protected:
    world::World world;
    portal::Organisation const agency = world.add_organisation("dienst", "90000009", true);
    Account const iris = world.add_account("iris", agency, [](Account& account) {
        account.staff_roles = {StaffRole::registrar, StaffRole::approver};
    });
    Account const bart = world.add_account(
        "bart", agency, [](Account& account) { account.staff_roles = {StaffRole::approver}; });
    world::Browser registrar = std::move(world::Browser{world}.signed_in_as(iris.id));
    world::Browser approver = std::move(world::Browser{world}.signed_in_as(bart.id));

    world::Browser::Fields signed_form(std::string const& kvk = "90000001") {
        return {{"organisatie", "Scholengroep Lindenhof"},
                {"kvk", kvk},
                {"rsin", ""},
                {"sector", "vo"},
                {"kenmerken-instellingscode", "99AA Hoofdlocatie\r\n99AB De Esdoorn"},
                {"ondertekenaar", "Drs. Bestuurder"},
                {"naam", "Sanne Aydin"},
                {"email", "s.aydin@lindenhof.example"},
                {"telefoon", "0612345678"},
                {"functie", "Beheerder"},
                {"taal", "nl"},
                {"beheerrol", "beheerder-vo"}};
    }
    /// The page of the appointment that was entered.
    std::string entered() {
        registrar.get("/dienst/aanmeldingen/nieuw");
        registrar.post("/dienst/aanmeldingen/nieuw", signed_form());
        return registrar.address().substr(0, registrar.address().find('?'));
    }
    /// The same, with the scan of the signed form.
    std::string entered_with_form() {
        auto const page = entered();
        registrar.attach(page + "/formulier", world::scanned_form);
        return page;
    }
    portal::Organisation school() {
        return world.archive
            ->look([](portal::Records& records) {
                return records.organisation_with(portal::KvkNumber::parse("90000001").value());
            })
            .value();
    }
};

TEST_F(Agency, P2_1_an_appointment_counts_once_a_second_member_of_staff_approves_it) {
    auto const page = entered_with_form();
    EXPECT_TRUE(registrar.shows("Een collega kan de aanmelding nu beoordelen."));
    approver.get("/dienst");
    EXPECT_TRUE(approver.shows("Scholengroep Lindenhof"));
    approver.get(page);
    approver.post(page + "/goedkeuren");
    EXPECT_TRUE(approver.shows("De aanmelding is goedgekeurd."));
    EXPECT_EQ(school().attributes.size(), 2U);
    EXPECT_EQ(school().attributes.back().label, "De Esdoorn");
}

TEST_F(Agency, P2_1_who_entered_it_is_told_why_he_cannot_decide) {
    auto const page = entered();
    EXPECT_TRUE(registrar.shows("U hebt deze aanmelding zelf ingevoerd."));
    EXPECT_FALSE(registrar.form(page + "/goedkeuren").has_value());
    registrar.post_raw(page + "/goedkeuren", {});
    EXPECT_EQ(registrar.status(), 422);
    registrar.post_raw(page + "/afwijzen", {{"reden", "toch niet"}});
    EXPECT_EQ(registrar.status(), 422);
    registrar.get("/dienst/organisaties?zoek=lindenhof");
    EXPECT_TRUE(registrar.shows("Geen organisaties gevonden"));
}

TEST_F(Agency, P2_1_whose_role_decides_nothing_reads_that_a_colleague_does) {
    auto const page = entered_with_form();
    auto const noor = world.add_account(
        "noor", agency, [](Account& account) { account.staff_roles = {StaffRole::registrar}; });
    auto other = std::move(world::Browser{world}.signed_in_as(noor.id));
    other.get(page);
    EXPECT_TRUE(other.shows("Een collega met een andere rol beoordeelt deze aanmelding."));
    EXPECT_FALSE(other.shows("hebt u een andere rol"));
    EXPECT_FALSE(other.form(page + "/goedkeuren").has_value());
}

TEST_F(Agency, P2_1_an_rsin_that_cannot_exist_is_pointed_out_at_the_form) {
    registrar.get("/dienst/aanmeldingen/nieuw");
    auto fields = signed_form();
    auto const rsin = std::ranges::find(fields, "rsin", &world::Browser::Fields::value_type::first);
    rsin->second = "900000017";
    registrar.post("/dienst/aanmeldingen/nieuw", fields);
    EXPECT_EQ(registrar.status(), 422);
    EXPECT_TRUE(registrar.shows("Dit is geen RSIN. Kijk de 9 cijfers na."));
    rsin->second = "900000016";
    registrar.post("/dienst/aanmeldingen/nieuw", fields);
    EXPECT_EQ(registrar.status(), 200);
    EXPECT_TRUE(registrar.shows("900000016"));
}

TEST_F(Agency, P2_1_declining_wants_a_reason_and_makes_no_account) {
    auto const page = entered_with_form();
    approver.get(page);
    approver.post(page + "/afwijzen", {{"reden", ""}});
    EXPECT_EQ(approver.status(), 422);
    approver.post(page + "/afwijzen", {{"reden", "Handtekening ontbreekt"}});
    EXPECT_TRUE(approver.shows("Handtekening ontbreekt"));
    approver.post_raw(page + "/goedkeuren", {});
    EXPECT_TRUE(approver.shows("Deze aanmelding is al beoordeeld."));
}

TEST_F(Agency, P2_1_an_organisation_that_is_there_gains_what_the_form_adds) {
    world.add_organisation("lindenhof", "90000001");
    auto const page = entered_with_form();
    approver.get(page);
    EXPECT_TRUE(approver.shows("Deze organisatie is er al"));
    approver.post(page + "/goedkeuren");
    EXPECT_EQ(school().id.text(), "lindenhof");
    EXPECT_EQ(school().attributes.size(), 2U);
    EXPECT_EQ(school().attributes.front().label, "Hoofdlocatie");
}

TEST_F(Agency, P6_1_a_value_that_does_not_fit_its_format_is_said_by_its_line) {
    registrar.get("/dienst/aanmeldingen/nieuw");
    auto form = signed_form();
    form[4].second = "99AA Hoofdlocatie\r\nverkeerd De Esdoorn";
    registrar.post("/dienst/aanmeldingen/nieuw", form);
    EXPECT_EQ(registrar.status(), 422);
    EXPECT_TRUE(registrar.shows("Regel 2: begin met een waarde zoals 99AA."));
    EXPECT_TRUE(registrar.shows("verkeerd De Esdoorn")) << "what was typed stays";
}

TEST_F(Agency, D5_a_role_or_field_that_the_form_does_not_have_is_refused) {
    auto form = signed_form();
    form.back().second = "bestaat-niet";
    EXPECT_EQ(registrar.post_raw("/dienst/aanmeldingen/nieuw", form).status, 400);
    form = signed_form();
    form.emplace_back("dienstrol", "registrar");
    EXPECT_EQ(registrar.post_raw("/dienst/aanmeldingen/nieuw", form).status, 400);
}

TEST_F(Agency, P2_1_an_approver_enters_nothing) {
    EXPECT_EQ(approver.get("/dienst/aanmeldingen/nieuw").status, 403);
    EXPECT_EQ(approver.post_raw("/dienst/aanmeldingen/nieuw", signed_form()).status, 403);
}

TEST_F(Agency, P2_2_the_first_letter_names_the_signatory_and_the_code_follows_by_mail) {
    auto const page = entered_with_form();
    approver.get(page);
    approver.post(page + "/goedkeuren");
    auto const home = "/dienst/organisaties/" + school().id.text();
    registrar.get(home);
    auto const at = registrar.text().find(home + "/beheerders/");
    ASSERT_NE(at, std::string::npos);
    auto const letter = registrar.text().substr(at, registrar.text().find('"', at) - at);
    EXPECT_EQ(registrar.post(letter).content_type, "application/pdf");
    ASSERT_EQ(world.press.printed.size(), 1U);
    EXPECT_TRUE(world.press.printed.front().to_competent_authority);
    EXPECT_EQ(world.press.printed.front().administrator, "Drs. Bestuurder");
    registrar.get(home);
    registrar.post(letter.substr(0, letter.rfind('/')) + "/code");
    EXPECT_TRUE(registrar.shows("Wij versturen de activatiecode nu naar de beheerder"));
}

TEST_F(Agency, P2_2_staff_do_not_reach_a_user_through_an_organisation) {
    auto const school = world.add_organisation("lindenhof", "90000001");
    world.add_account("nadia", school);
    for (std::string const act : {"/brief", "/code"})
        EXPECT_EQ(
            registrar.post_raw("/dienst/organisaties/lindenhof/beheerders/nadia" + act, {}).status,
            404);
    EXPECT_EQ(registrar.get("/beheer/gebruikers/nadia").status, 403);
}

TEST_F(Agency, P3_8_the_pages_speak_english_too) {
    for (std::string const page :
         {"", "/organisaties", "/aanmeldingen", "/aanmeldingen/nieuw", "/organisaties/dienst"}) {
        registrar.get("/dienst" + page + "?taal=en");
        EXPECT_EQ(registrar.status(), 200);
        EXPECT_TRUE(registrar.shows("Organisations"));
    }
}

} // namespace
