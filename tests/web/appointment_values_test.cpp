#include "support/appointing.h"

/// P8.11: a value belongs to one organisation, and nobody appoints himself.
namespace {

using portal::Account;
using portal::Records;
using portal::StaffRole;

class AppointmentValues : public Appointing {
protected:
    portal::Organisation organisation(std::string const& kvk) {
        return world.archive
            ->look([&](Records& records) {
                return records.organisation_with(portal::KvkNumber::parse(kvk).value());
            })
            .value();
    }
};

TEST_F(AppointmentValues, P8_11_a_value_of_another_organisation_is_refused_when_it_is_entered) {
    auto const berkenveld = world.add_organisation("berkenveld", "90000002");
    world.add_account("carla", berkenveld,
                      [](Account& account) { account.administrator_roles = {"beheerder-vo"}; });
    enter(form_of("99AB De Esdoorn\r\n99AA Hoofdlocatie"));
    EXPECT_EQ(registrar.status(), 422);
    EXPECT_TRUE(registrar.shows("99AA hoort bij een andere organisatie: Scholengroep berkenveld."));
    EXPECT_FALSE(registrar.shows("99AB hoort bij"));
    EXPECT_TRUE(registrar.shows("href=\"#kenmerken-instellingscode\""));
    EXPECT_TRUE(registrar.shows("s.aydin@lindenhof.example")) << "what was typed stays";
    EXPECT_FALSE(registrar.shows("carla")) << "nobody of the other organisation is named";
    EXPECT_EQ(waiting(), 0);
}

TEST_F(AppointmentValues, P8_11_the_organisations_own_value_is_no_objection) {
    world.add_organisation("lindenhof", "90000001");
    world.add_organisation("berkenveld", "90000002"); // with the same, from before this rule
    auto const page = entered(form_of("99AA Hoofdlocatie"));
    approver.get(page);
    approver.post(page + "/goedkeuren");
    EXPECT_TRUE(approver.shows("De aanmelding is goedgekeurd."));
}

TEST_F(AppointmentValues, P8_11_of_two_cases_with_one_value_the_second_is_not_approved) {
    auto const first = entered(form_of("99AB De Esdoorn"));
    auto const second =
        entered(with(form_of("99AB De Esdoorn", "90000002"), "organisatie", "Berkenveld"));
    approver.get(second);
    ASSERT_TRUE(approver.form(second + "/goedkeuren").has_value());
    auto other = staff("gijs", {StaffRole::approver});
    other.get(first);
    other.post(first + "/goedkeuren");
    approver.post(second + "/goedkeuren");
    EXPECT_EQ(approver.status(), 422);
    EXPECT_TRUE(approver.shows("99AB hoort bij een andere organisatie: Scholengroep lindenhof."));
    EXPECT_EQ(waiting(), 1);
    EXPECT_FALSE(world.archive->look([](Records& records) {
        return records.organisation_with(portal::KvkNumber::parse("90000002").value());
    })) << "a refusal admits nobody";
    approver.get(second);
    EXPECT_TRUE(approver.shows("U kunt deze aanmelding niet goedkeuren"));
    EXPECT_FALSE(approver.form(second + "/goedkeuren").has_value());
    EXPECT_TRUE(approver.form(second + "/afwijzen").has_value());
}

TEST_F(AppointmentValues, P8_11_the_journal_tells_what_an_organisation_gained) {
    world.add_organisation("lindenhof", "90000001");
    auto const page = entered(form_of("99AA Hoofdlocatie\r\n99AB De Esdoorn"));
    approver.get(page);
    approver.post(page + "/goedkeuren");
    auto const entries = journal("organisation extended");
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries.front().organisation, "lindenhof");
    EXPECT_EQ(entries.front().doer, "bart");
    EXPECT_TRUE(entries.front().details.contains("instellingscode=99AB"));
    EXPECT_FALSE(entries.front().details.contains("99AA"));
}

TEST_F(AppointmentValues, P8_11_who_enters_does_not_enter_himself) {
    for (auto const& [field, value] :
         {std::pair{"naam", "Persoon Iris"}, {"email", "Iris+school@dienst.example"}}) {
        enter(with(form_of(), field, value));
        EXPECT_EQ(registrar.status(), 422) << field;
        EXPECT_TRUE(registrar.shows("is dezelfde persoon als u")) << field;
        EXPECT_TRUE(registrar.shows("href=\"#naam\""));
    }
    EXPECT_EQ(waiting(), 0);
}

TEST_F(AppointmentValues, P8_11_who_is_appointed_does_not_approve_it) {
    auto const page = entered(with(form_of(), "naam", "Persoon Bart"));
    approver.get(page);
    EXPECT_TRUE(approver.shows("U kunt deze aanmelding niet goedkeuren"));
    EXPECT_FALSE(approver.form(page + "/goedkeuren").has_value());
    approver.post_raw(page + "/goedkeuren", {});
    EXPECT_EQ(approver.status(), 422);
    EXPECT_TRUE(approver.shows("is dezelfde persoon als u"));
    EXPECT_EQ(waiting(), 1);
    auto other = staff("gijs", {StaffRole::approver});
    other.get(page);
    other.post(page + "/goedkeuren");
    EXPECT_TRUE(other.shows("De aanmelding is goedgekeurd.")) << "a colleague may";
}

TEST_F(AppointmentValues, P8_11_who_is_appointed_does_not_attach_the_form) {
    enter(with(form_of(), "naam", "Persoon Noor"));
    auto const page = registrar.address().substr(0, registrar.address().find('?'));
    auto noor = staff("noor", {StaffRole::registrar});
    noor.get(page);
    EXPECT_FALSE(noor.form(page + "/formulier").has_value());
    noor.post_parts(page + "/formulier",
                    world::part("token", noor.token()) +
                        world::part("formulier", world::scanned_form, "a.pdf") + "--grens--\r\n");
    EXPECT_EQ(noor.status(), 422);
    EXPECT_TRUE(noor.shows("is dezelfde persoon als u"));
    registrar.get(page);
    registrar.attach(page + "/formulier", world::scanned_form);
    approver.get(page);
    approver.post(page + "/goedkeuren");
    EXPECT_TRUE(approver.shows("De aanmelding is goedgekeurd.")) << "nobody else is kept from it";
}

TEST_F(AppointmentValues, P8_11_who_attached_the_form_is_not_appointed_by_it) {
    enter(with(form_of(), "naam", "Noor de Wit"));
    auto const page = registrar.address().substr(0, registrar.address().find('?'));
    auto noor = staff("noor", {StaffRole::registrar});
    noor.get(page);
    noor.attach(page + "/formulier", world::scanned_form);
    world.archive->change([](Records& records) {
        auto renamed = records.account_for_change(portal::AccountId::parse("noor").value()).value();
        renamed.person.name = "Noor de Wit";
        records.save(renamed);
    });
    approver.get(page);
    approver.post_raw(page + "/goedkeuren", {});
    EXPECT_EQ(approver.status(), 422);
    EXPECT_EQ(waiting(), 1);
}

TEST_F(AppointmentValues,
       P8_11_a_member_of_staff_is_known_by_whoever_is_linked_as_the_same_person) {
    auto const bart = world.account(portal::AccountId::parse("bart").value());
    world.add_account("elders", world.add_organisation("berkenveld", "90000002"),
                      [&](Account& account) {
                          account.person.name = "Bartholomeus Jansen";
                          account.link = bart.link;
                          account.link->identity.kvk = portal::KvkNumber::parse("90000002").value();
                      });
    auto const page = entered(with(form_of(), "naam", "Bartholomeus Jansen"));
    approver.get(page);
    approver.post_raw(page + "/goedkeuren", {});
    EXPECT_EQ(approver.status(), 422);
    EXPECT_EQ(waiting(), 1);
}

TEST_F(AppointmentValues, P8_10_P8_11_the_approver_sees_each_difference_in_words) {
    auto const school = world.add_organisation("lindenhof", "90000001");
    world.add_account("sanne", school, [](Account& account) {
        account.person = {.name = "Sanne Aydin",
                          .email = "sanne@elders.example",
                          .phone = "0201234567",
                          .function = "Beheerder"};
    });
    auto const page = entered(with(form_of("99AA Hoofdlocatie\r\n99AB De Esdoorn"), "organisatie",
                                   "Stichting Lindenhof"));
    approver.get(page);
    for (auto const* words :
         {"Verschilt: bekend als Scholengroep lindenhof",
          "De organisatie blijft Scholengroep lindenhof heten.", "Heeft de organisatie al",
          "Nieuw voor de organisatie", "Misschien al bekend: Sanne Aydin", "sanne@elders.example",
          "0201234567", "Verschilt", "Gelijk"})
        EXPECT_TRUE(approver.shows(words)) << words;
    approver.get(page + "?taal=en");
    for (auto const* words :
         {"Differs: known as Scholengroep lindenhof", "The organisation has it already",
          "New for the organisation", "Perhaps known already: Sanne Aydin", "The same"})
        EXPECT_TRUE(approver.shows(words)) << words;
}

TEST_F(AppointmentValues, P8_11_an_organisation_that_nobody_knows_is_said_to_be_new) {
    auto const page = entered();
    approver.get(page);
    EXPECT_TRUE(approver.shows("Deze organisatie is nieuw"));
    approver.post(page + "/goedkeuren");
    EXPECT_FALSE(approver.shows("Deze organisatie is nieuw")) << "it was decided";
    EXPECT_FALSE(approver.shows("Nieuw voor de organisatie"));
    EXPECT_EQ(organisation("90000001").attributes.size(), 1U);
}

} // namespace
