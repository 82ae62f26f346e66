#include "authority_cast.h"
#include "portal/administration/reach.h"

#include <gtest/gtest.h>

namespace {

using portal::Appointment;
using portal::AppointmentState;
using portal::StaffRole;
using portal::Standing;
using portal::administration::Action;
using portal::administration::may;
using portal::administration::Permission;
using portal::administration::reaches;
using portal::administration::within_reach;

Standing staff(std::vector<StaffRole> roles) {
    return {.account = cast::desk::staff("bart", std::move(roles)),
            .organisation = cast::desk::agency()};
}

Appointment decided_by(std::optional<std::string_view> who) {
    return {.id = portal::AppointmentId::parse("geval").value(),
            .organisation = std::nullopt,
            .organisation_name = "Lindenhof",
            .kvk = portal::KvkNumber::parse("90000001").value(),
            .rsin = std::nullopt,
            .sectors = {},
            .attributes = {},
            .signatory = {},
            .person = {},
            .administrator_roles = {},
            .entered_by = cast::account_id("iris"),
            .entered_at = {},
            .state = who ? AppointmentState::declined : AppointmentState::waiting,
            .decided_by = who ? std::optional{cast::account_id(*who)} : std::nullopt,
            .decided_at = std::nullopt,
            .reason = {},
            .account = std::nullopt};
}

TEST(Reach, P8_15_an_approver_reaches_what_waits_and_what_he_decided) {
    auto const approver = staff({StaffRole::approver});
    EXPECT_TRUE(reaches(approver, decided_by(std::nullopt)));
    EXPECT_TRUE(reaches(approver, decided_by("bart")));
    EXPECT_FALSE(reaches(approver, decided_by("gijs")));
    EXPECT_EQ(within_reach(approver, {}).decided_by, approver.account.id);
}

TEST(Reach, P8_15_a_registrar_reaches_every_appointment_with_whatever_other_role) {
    for (auto const& roles : {std::vector{StaffRole::registrar},
                              std::vector{StaffRole::approver, StaffRole::registrar}}) {
        EXPECT_TRUE(reaches(staff(roles), decided_by("gijs")));
        EXPECT_FALSE(within_reach(staff(roles), {.decided_by = cast::account_id("x")}).decided_by);
    }
}

TEST(Reach, P8_15_people_are_seen_only_in_the_roles_whose_work_it_is) {
    auto const sees = [](StaffRole role, Action action) {
        auto const who = staff({role});
        return may(who, action, {.organisation = who.organisation.id}, cast::desk::catalogue(),
                   cast::desk::today) == Permission::allowed;
    };
    for (auto const role :
         {StaffRole::catalogue_editor, StaffRole::communications, StaffRole::security_officer}) {
        EXPECT_FALSE(sees(role, Action::see_administrators));
        EXPECT_FALSE(sees(role, Action::see_appointments));
        EXPECT_TRUE(sees(role, Action::see_organisations)) << "an organisation is no person";
    }
    for (auto const role : {StaffRole::helpdesk, StaffRole::auditor}) {
        EXPECT_TRUE(sees(role, Action::see_administrators));
        EXPECT_FALSE(sees(role, Action::see_appointments));
    }
}

} // namespace
