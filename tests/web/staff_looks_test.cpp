#include "support/appointing.h"

/// P8.15: staff look only where their role reaches, and each look at a person is in the journal.
namespace {

using namespace std::chrono_literals;
using portal::Account;
using portal::StaffRole;

class StaffLooks : public Appointing {
protected:
    std::string const page = entered();

    portal::Organisation const school = world.add_organisation("berkenveld", "90000002");
    Account const carla = world.add_account(
        "carla", school, [](Account& account) { account.administrator_roles = {"beheerder-vo"}; });

    std::size_t looks(std::string_view kind, std::string_view doer) {
        auto const all = journal(kind);
        return static_cast<std::size_t>(
            std::ranges::count(all, doer, &portal::journal::Link::doer));
    }
};

TEST_F(StaffLooks, P8_15_appointments_are_out_of_reach_of_other_roles_like_absent_ones) {
    for (auto const role : {StaffRole::helpdesk, StaffRole::auditor, StaffRole::communications,
                            StaffRole::catalogue_editor, StaffRole::security_officer}) {
        auto other = staff("r" + std::to_string(static_cast<int>(role)), {role});
        EXPECT_EQ(other.get("/dienst").status, 200);
        EXPECT_FALSE(other.shows("Sanne Aydin"));
        EXPECT_FALSE(other.shows("/dienst/aanmeldingen"));
        EXPECT_EQ(other.get("/dienst/aanmeldingen").status, 403);
        EXPECT_EQ(other.get(page).status, 404);
        EXPECT_EQ(other.get("/dienst/aanmeldingen/niets").status, 404);
        for (auto const* act : {"/goedkeuren", "/afwijzen"})
            EXPECT_EQ(other.post_raw(page + act, {}).status, 404);
    }
    EXPECT_EQ(looks("appointment viewed", "r2"), 0U);
}

TEST_F(StaffLooks, P8_15_an_approver_reaches_what_waits_and_what_he_decided_himself) {
    auto other = staff("gijs", {StaffRole::approver});
    EXPECT_EQ(other.get(page).status, 200);
    approver.get(page);
    approver.post(page + "/afwijzen", {{"reden", "Handtekening ontbreekt"}});
    EXPECT_EQ(approver.get(page).status, 200);
    EXPECT_EQ(approver.get(page + "/formulier").status, 200);
    EXPECT_EQ(other.get(page).status, 404);
    EXPECT_EQ(other.get(page + "/formulier").status, 404);
    other.get("/dienst/aanmeldingen");
    EXPECT_FALSE(other.shows("Sanne Aydin"));
    EXPECT_EQ(registrar.get(page).status, 200);
}

TEST_F(StaffLooks, P8_15_a_list_has_pages_of_what_is_within_reach) {
    for (int i = 0; i < 26; ++i)
        entered(with(form_of(""), "email", "s" + std::to_string(i) + "@lindenhof.example"));
    registrar.get("/dienst/aanmeldingen");
    EXPECT_TRUE(registrar.shows("1 tot en met 25 van 27 aanmeldingen"));
    registrar.get("/dienst/aanmeldingen?pagina=2");
    EXPECT_TRUE(registrar.shows("26 tot en met 27 van 27 aanmeldingen"));
    registrar.get("/dienst/aanmeldingen?pagina=9");
    EXPECT_TRUE(registrar.shows("1 tot en met 25 van 27 aanmeldingen"));
    registrar.get("/dienst");
    EXPECT_TRUE(registrar.shows("Er wachten er nog 2"));
    auto other = staff("gijs", {StaffRole::approver});
    approver.get(page);
    approver.post(page + "/afwijzen", {{"reden", "Handtekening ontbreekt"}});
    other.get("/dienst/aanmeldingen");
    EXPECT_TRUE(other.shows("1 tot en met 25 van 26 aanmeldingen"));
}

TEST_F(StaffLooks, P8_15_a_look_at_an_appointee_is_kept_once_in_ten_minutes) {
    for (int i = 0; i < 3; ++i)
        approver.get(page);
    EXPECT_EQ(looks("appointment viewed", "bart"), 1U);
    auto const entry = journal("appointment viewed").back();
    EXPECT_TRUE(entry.details.contains("Sanne Aydin"));
    EXPECT_TRUE(entry.details.contains(page.substr(page.rfind('/') + 1)));
    world.now += 10min - 1s;
    approver.get(page);
    EXPECT_EQ(looks("appointment viewed", "bart"), 1U);
    world.now += 1s;
    approver.get(page);
    EXPECT_EQ(looks("appointment viewed", "bart"), 2U);
    auto again =
        std::move(world::Browser{world}.signed_in_as(portal::AccountId::parse("bart").value()));
    again.get(page);
    EXPECT_EQ(looks("appointment viewed", "bart"), 3U) << "another session is another look";
}

TEST_F(StaffLooks, P8_15_a_look_at_an_approved_case_names_the_account) {
    approver.get(page);
    approver.post(page + "/goedkeuren");
    world.now += 10min;
    approver.get(page);
    auto const account =
        world.appointment(portal::AppointmentId::parse(page.substr(page.rfind('/') + 1)).value())
            .account;
    EXPECT_EQ(journal("appointment viewed").back().account, account.value().text());
}

TEST_F(StaffLooks, P8_15_a_list_of_appointments_is_a_look_at_each_that_is_new_on_it) {
    approver.get("/dienst/aanmeldingen");
    approver.get("/dienst/aanmeldingen");
    approver.get("/dienst");
    EXPECT_EQ(looks("people listed", "bart"), 1U);
    auto const second = entered(with(form_of(""), "email", "ander@lindenhof.example"));
    approver.get("/dienst/aanmeldingen");
    EXPECT_EQ(looks("people listed", "bart"), 2U);
    auto const entry = journal("people listed").back();
    EXPECT_TRUE(entry.details.contains(second.substr(second.rfind('/') + 1)));
    EXPECT_FALSE(entry.details.contains(page.substr(page.rfind('/') + 1)));
}

TEST_F(StaffLooks, P8_15_a_look_at_an_organisations_administrators_is_kept_for_each) {
    auto const home = "/dienst/organisaties/berkenveld";
    for (int i = 0; i < 3; ++i)
        registrar.get(home);
    EXPECT_TRUE(registrar.shows("Persoon carla"));
    EXPECT_EQ(looks("account viewed", "iris"), 1U);
    EXPECT_EQ(journal("account viewed").back().account, "carla");
    EXPECT_TRUE(journal("account viewed").back().details.contains("organisation"));
}

TEST_F(StaffLooks, P8_15_a_role_without_work_at_people_sees_the_organisation_alone) {
    auto editor = staff("eva", {StaffRole::catalogue_editor});
    EXPECT_EQ(editor.get("/dienst/organisaties/berkenveld").status, 200);
    EXPECT_TRUE(editor.shows("99AA"));
    EXPECT_FALSE(editor.shows("carla"));
    EXPECT_EQ(looks("account viewed", "eva"), 0U);
}

TEST_F(StaffLooks, P8_15_whoever_is_compared_with_the_appointee_is_looked_at_too) {
    world.add_account("sanne", school,
                      [](Account& account) { account.person.name = "Sanne Aydin"; });
    auto const with_known = entered(form_of("", "90000002"));
    approver.get(with_known);
    approver.get(with_known);
    EXPECT_EQ(looks("account viewed", "bart"), 1U);
    EXPECT_EQ(journal("account viewed").back().account, "sanne");
}

TEST_F(StaffLooks, P8_15_staff_who_list_the_agencys_own_users_look_at_each_on_the_page) {
    auto noor = staff("noor", {StaffRole::registrar},
                      [](Account& account) { account.administrator_roles = {"beheerder-vo"}; });
    EXPECT_EQ(noor.get("/beheer/gebruikers?zoek=iris").status, 200);
    EXPECT_EQ(noor.get("/beheer/gebruikers?zoek=iris").status, 200);
    ASSERT_EQ(looks("people listed", "noor"), 1U);
    EXPECT_TRUE(journal("people listed").back().details.contains("iris"));
    noor.get("/beheer/gebruikers");
    ASSERT_EQ(looks("people listed", "noor"), 2U);
    auto const rest = journal("people listed").back().details;
    EXPECT_TRUE(rest.contains("bart"));
    EXPECT_FALSE(rest.contains("iris")) << "seen on it just before";
    EXPECT_FALSE(rest.contains("noor")) << "nobody looks at himself";
    auto administrator = std::move(world::Browser{world}.signed_in_as(carla.id));
    EXPECT_EQ(administrator.get("/beheer/gebruikers").status, 200);
    EXPECT_EQ(looks("people listed", "carla"), 0U) << "who is no staff works with this list";
}

TEST_F(StaffLooks, P8_15_an_administrators_look_at_a_user_is_kept_once_in_ten_minutes) {
    world.add_account("nadia", school);
    auto browser = std::move(world::Browser{world}.signed_in_as(carla.id));
    browser.get("/beheer/gebruikers/nadia");
    browser.get("/beheer/gebruikers/nadia");
    browser.get("/beheer/gebruikers/carla");
    EXPECT_EQ(looks("account viewed", "carla"), 1U);
    world.now += 10min;
    browser.get("/beheer/gebruikers/nadia");
    EXPECT_EQ(looks("account viewed", "carla"), 2U);
}

} // namespace
