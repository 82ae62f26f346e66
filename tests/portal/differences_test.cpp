#include "portal/administration/differences.h"
#include "support/cast.h"

#include <gtest/gtest.h>

namespace {

using portal::Appointment;
using portal::AppointmentId;
using portal::administration::Compared;
using portal::administration::differences;
using portal::administration::Known;
using portal::administration::Mark;

Appointment appointment() {
    return {.id = AppointmentId::parse("geval").value(),
            .organisation = std::nullopt,
            .organisation_name = "Scholengroep Lindenhof",
            .kvk = portal::KvkNumber::parse("90000001").value(),
            .rsin = "123456782",
            .sectors = {"po", "vo"},
            .attributes = {{"instellingscode", "99AA", "Hoofdlocatie"},
                           {"instellingscode", "99AB", "De Esdoorn"},
                           {"instellingscode", "99AC", "De Beuk"},
                           {"instellingscode", "99AD", "De Linde"}},
            .signatory = "Drs. Bestuurder",
            .person = {.name = "Sanne Aydin",
                       .email = "s.aydin@lindenhof.example",
                       .phone = "0612345678",
                       .function = "Beheerder"},
            .administrator_roles = {"beheerder-po", "beheerder-vo"},
            .entered_by = cast::account_id("iris"),
            .entered_at = {},
            .decided_by = std::nullopt,
            .decided_at = std::nullopt,
            .reason = {},
            .account = std::nullopt};
}

portal::Organisation lindenhof() {
    auto organisation = cast::lindenhof();
    organisation.name = "Scholengroep Lindenhof";
    organisation.rsin = "123456782";
    organisation.sectors = {"vo"};
    organisation.attributes = {{"instellingscode", "99AA", "Hoofdlocatie"},
                               {"instellingscode", "99AB", "De Oude Esdoorn"}};
    return organisation;
}

std::vector<Mark> marks(std::vector<Compared> const& all) {
    std::vector<Mark> found;
    for (auto const& one : all)
        found.push_back(one.mark);
    return found;
}

TEST(Differences, P8_11_each_sector_value_and_role_is_there_or_new_or_of_another) {
    auto const found = differences(
        appointment(), {.organisation = lindenhof(),
                        .administrator_roles = {"beheerder-vo"},
                        .elsewhere = {{.value = {"instellingscode", "99AC", "Beukenhof"},
                                       .holder = cast::organisation_id("berkenveld"),
                                       .holder_name = "Berkenveld"}}});
    EXPECT_EQ(found.name, Compared{});
    EXPECT_EQ(found.rsin, Compared{});
    EXPECT_EQ(marks(found.sectors), (std::vector{Mark::added, Mark::there}));
    EXPECT_EQ(marks(found.roles), (std::vector{Mark::added, Mark::there}));
    EXPECT_EQ(found.values,
              (std::vector<Compared>{{.mark = Mark::there},
                                     {.mark = Mark::differs, .known = "De Oude Esdoorn"},
                                     {.mark = Mark::held_elsewhere, .known = "Berkenveld"},
                                     {.mark = Mark::added}}));
}

TEST(Differences, P8_10_another_name_or_number_of_the_organisation_differs) {
    auto home = lindenhof();
    home.name = "Stichting Lindenhof";
    home.rsin = "111222333";
    auto const found = differences(appointment(), {.organisation = home});
    EXPECT_EQ(found.name, (Compared{.mark = Mark::differs, .known = "Stichting Lindenhof"}));
    EXPECT_EQ(found.rsin, (Compared{.mark = Mark::differs, .known = "111222333"}));
    home.rsin.reset();
    EXPECT_EQ(differences(appointment(), {.organisation = home}).rsin.mark, Mark::added);
}

TEST(Differences, P8_10_each_detail_of_somebody_who_is_known_is_compared) {
    auto known = cast::nadia();
    known.person = {.name = "Sanne Aydin-Vos",
                    .email = "S.Aydin@Lindenhof.example",
                    .phone = "0201234567",
                    .function = ""};
    known.administrator_roles = {"beheerder-vo"};
    auto const found = differences(appointment(), {.organisation = lindenhof(), .people = {known}});
    ASSERT_EQ(found.people.size(), 1U);
    auto const& one = found.people.front();
    EXPECT_EQ(one.name, (Compared{.mark = Mark::differs, .known = "Sanne Aydin-Vos"}));
    EXPECT_EQ(one.address, Compared{}) << "capitals make no other address";
    EXPECT_EQ(one.phone, (Compared{.mark = Mark::differs, .known = "0201234567"}));
    EXPECT_EQ(one.function.mark, Mark::added);
    EXPECT_EQ(marks(one.roles), (std::vector{Mark::added, Mark::there}));
}

TEST(Differences, P8_11_of_an_organisation_that_nobody_knows_all_is_new) {
    auto const found = differences(appointment(), {});
    EXPECT_EQ(found.name.mark, Mark::added);
    EXPECT_EQ(found.rsin.mark, Mark::added);
    for (auto const* list : {&found.sectors, &found.values, &found.roles})
        for (auto const& one : *list)
            EXPECT_EQ(one.mark, Mark::added);
    EXPECT_TRUE(found.people.empty());
}

} // namespace
