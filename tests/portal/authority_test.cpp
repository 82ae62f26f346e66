#include "authority_cast.h"
#include "portal/administration/grants.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>

namespace {

using portal::StaffRole;
using portal::Standing;
using portal::administration::Action;
using portal::administration::handed_out_by;
using portal::administration::may;
using portal::administration::Permission;
using portal::administration::Target;

portal::Catalogue const catalogue = cast::desk::catalogue();
portal::Organisation const school = cast::desk::school();
Standing const sanne{.account = cast::desk::administrator("sanne", school), .organisation = school};

Permission grant(Standing const& actor, portal::Account const& to, std::string const& role,
                 std::map<std::string, std::string> const& attributes) {
    return may(actor, Action::grant,
               {.organisation = to.organisation,
                .account = &to,
                .home = &actor.organisation,
                .role = role,
                .attributes = attributes},
               catalogue, cast::desk::today);
}

Permission staff_does(portal::Account const& who, Action action,
                      portal::Account const* to = nullptr,
                      std::optional<portal::AccountId> const& entered_by = std::nullopt) {
    return may({.account = who, .organisation = cast::desk::agency()}, action,
               {.organisation = cast::desk::agency().id, .account = to, .entered_by = entered_by},
               catalogue, cast::desk::today);
}

TEST(Authority, P6_1_a_role_without_the_attribute_it_needs_is_refused) {
    auto const nadia = cast::desk::person("nadia", school);
    EXPECT_EQ(grant(sanne, nadia, "melder", {}), Permission::attribute_missing);
    EXPECT_EQ(grant(sanne, nadia, "melder", {{"instellingscode", ""}}),
              Permission::attribute_missing);
    EXPECT_EQ(grant(sanne, nadia, "melder", {{"instellingscode", "99AA"}}), Permission::allowed);
}

TEST(Authority, P6_1_only_a_value_that_the_organisation_owns_can_be_given) {
    auto const nadia = cast::desk::person("nadia", school);
    EXPECT_EQ(grant(sanne, nadia, "melder", {{"instellingscode", "99ZZ"}}),
              Permission::attribute_not_owned);
}

TEST(Authority, P6_1_an_attribute_that_the_role_does_not_take_is_refused) {
    auto const nadia = cast::desk::person("nadia", school);
    EXPECT_EQ(grant(sanne, nadia, "lezer", {{"instellingscode", "99AA"}}),
              Permission::attribute_not_wanted);
    EXPECT_EQ(grant(sanne, nadia, "lezer", {}), Permission::allowed);
}

TEST(Authority, P6_2_an_administrator_hands_out_the_roles_of_the_own_list_only) {
    auto const nadia = cast::desk::person("nadia", school);
    EXPECT_EQ(grant(sanne, nadia, "geheim", {}), Permission::role_not_handed_out);
    EXPECT_EQ(grant(sanne, nadia, "bestaat-niet", {}), Permission::role_unknown);
}

TEST(Authority, P6_2_several_administrator_roles_together_hand_out_all_their_roles_once) {
    auto const both = cast::desk::administrator("beide", school, {"beheerder-vo", "nooit-zelf"});
    EXPECT_EQ(handed_out_by(both, catalogue),
              (std::vector<std::string>{"melder", "lezer", "geheim"}));
}

TEST(Authority, P6_2_who_grants_and_never_sees_gets_no_user_role) {
    auto const granter = cast::desk::administrator("gever", school, {"nooit-zelf"});
    EXPECT_EQ(grant(sanne, granter, "lezer", {}), Permission::excluded_by_own_role);
}

TEST(Authority, D1_an_administrator_role_that_no_longer_exists_hands_out_nothing) {
    Standing const old{.account = cast::desk::administrator("oud", school, {"vervallen"}),
                       .organisation = school};
    EXPECT_EQ(grant(old, cast::desk::person("nadia", school), "lezer", {}),
              Permission::role_not_handed_out);
}

TEST(Authority, D2_nobody_changes_the_own_authority_link_or_account) {
    for (auto const action : {Action::change_account, Action::make_letter, Action::record_hand_over,
                              Action::send_code, Action::unlink, Action::lift_block, Action::grant,
                              Action::withdraw_grant, Action::end_account})
        EXPECT_EQ(may(sanne, action,
                      {.organisation = school.id,
                       .account = &sanne.account,
                       .home = &school,
                       .role = "lezer"},
                      catalogue, cast::desk::today),
                  Permission::own_account);
}

TEST(Authority, D2_the_own_account_may_be_looked_at) {
    EXPECT_EQ(may(sanne, Action::see_account,
                  {.organisation = school.id, .account = &sanne.account}, catalogue,
                  cast::desk::today),
              Permission::allowed);
}

TEST(Authority, D3_an_account_of_another_organisation_is_out_of_reach_however_it_is_named) {
    auto const stranger = cast::desk::person("vreemd", cast::desk::other_school());
    for (auto const& organisation : {school.id, stranger.organisation})
        EXPECT_EQ(may(sanne, Action::see_account,
                      {.organisation = organisation, .account = &stranger}, catalogue,
                      cast::desk::today),
                  Permission::other_organisation);
}

TEST(Authority, D3_staff_of_the_agency_do_not_administer_the_users_of_an_organisation) {
    auto const nadia = cast::desk::person("nadia", school);
    auto const registrar = cast::desk::staff("iris", {StaffRole::registrar, StaffRole::approver});
    for (auto const action :
         {Action::see_account, Action::unlink, Action::grant, Action::send_code})
        EXPECT_EQ(may({.account = registrar, .organisation = cast::desk::agency()}, action,
                      {.organisation = school.id, .account = &nadia, .home = &school}, catalogue,
                      cast::desk::today),
                  Permission::not_an_administrator);
}

TEST(Authority, P2_1_who_entered_an_appointment_does_not_decide_on_it) {
    auto const both = cast::desk::staff("iris", {StaffRole::registrar, StaffRole::approver});
    EXPECT_EQ(staff_does(both, Action::decide_appointment, nullptr, both.id),
              Permission::same_person);
    EXPECT_EQ(staff_does(both, Action::decide_appointment, nullptr, cast::account_id("bart")),
              Permission::allowed);
}

TEST(Authority, P2_1_a_registrar_enters_and_an_approver_decides) {
    auto const registrar = cast::desk::staff("iris", {StaffRole::registrar});
    auto const approver = cast::desk::staff("bart", {StaffRole::approver});
    EXPECT_EQ(staff_does(registrar, Action::enter_appointment), Permission::allowed);
    EXPECT_EQ(staff_does(registrar, Action::decide_appointment), Permission::not_staff_for_this);
    EXPECT_EQ(staff_does(approver, Action::enter_appointment), Permission::not_staff_for_this);
    EXPECT_EQ(staff_does(approver, Action::decide_appointment), Permission::allowed);
}

TEST(Authority, P2_1_a_staff_role_outside_the_agency_is_worth_nothing) {
    auto account = cast::desk::person("iris", school);
    account.staff_roles = {StaffRole::registrar, StaffRole::approver};
    EXPECT_EQ(may({.account = account, .organisation = school}, Action::enter_appointment,
                  {.organisation = school.id}, catalogue, cast::desk::today),
              Permission::not_staff_for_this);
}

TEST(Authority, P2_2_staff_make_letter_and_code_for_administrators_and_for_nobody_else) {
    auto const registrar = cast::desk::staff("iris", {StaffRole::registrar});
    auto const chosen = cast::desk::administrator("sanne", school);
    auto const nadia = cast::desk::person("nadia", school);
    for (auto const action : {Action::make_first_letter, Action::send_first_code}) {
        EXPECT_EQ(staff_does(registrar, action, &chosen), Permission::allowed);
        EXPECT_EQ(staff_does(registrar, action, &nadia), Permission::not_linked_by_letter);
        EXPECT_EQ(staff_does(registrar, action, &registrar), Permission::own_account);
    }
}

/// P6.17: what touches the account itself.
constexpr std::array on_the_account{
    Action::change_account, Action::make_letter, Action::record_hand_over, Action::send_code,
    Action::unlink,         Action::lift_block,  Action::end_account};

Permission acts_on(Standing const& actor, Action action, portal::Account const& to) {
    return may(actor, action, {.organisation = to.organisation, .account = &to, .role = "lezer"},
               catalogue, cast::desk::today);
}

TEST(Authority, P6_17_an_administrator_whose_roles_one_does_not_have_all_is_out_of_reach) {
    auto const both = cast::desk::administrator("beide", school, {"beheerder-vo", "nooit-zelf"});
    auto const other = cast::desk::administrator("ander", school, {"nooit-zelf"});
    auto const same = cast::desk::administrator("zelfde", school);
    Standing const all{.account = both, .organisation = school};
    for (auto const action : on_the_account) {
        EXPECT_EQ(acts_on(sanne, action, both), Permission::roles_not_covered);
        EXPECT_EQ(acts_on(sanne, action, other), Permission::roles_not_covered);
        EXPECT_EQ(acts_on(sanne, action, same), Permission::allowed);
        EXPECT_EQ(acts_on(sanne, action, cast::desk::person("nadia", school)), Permission::allowed);
        EXPECT_EQ(acts_on(all, action, other), Permission::allowed);
    }
    EXPECT_EQ(acts_on(sanne, Action::see_account, other), Permission::allowed);
}

TEST(Authority, P6_17_a_role_that_the_catalogue_has_no_more_weighs_too) {
    auto const old = cast::desk::administrator("oud", school, {"vervallen"});
    EXPECT_EQ(acts_on(sanne, Action::end_account, old), Permission::roles_not_covered);
}

TEST(Authority, P6_17_who_may_give_an_administrator_a_role_may_take_it) {
    auto const other = cast::desk::administrator("ander", school, {"vervallen"});
    EXPECT_EQ(acts_on(sanne, Action::grant, other), Permission::allowed);
    EXPECT_EQ(acts_on(sanne, Action::withdraw_grant, other), Permission::allowed);
}

/// Whoever ends somebody by the rule has all of his administrator roles, and stays.
TEST(Authority, P6_17_the_last_administrator_of_a_role_is_ended_by_no_colleague) {
    std::vector<std::vector<std::string>> const sets{
        {"beheerder-vo"}, {"nooit-zelf"}, {"beheerder-vo", "nooit-zelf"}, {"vervallen"}};
    int allowed = 0;
    for (auto const& mine : sets)
        for (auto const& theirs : sets) {
            Standing const actor{.account = cast::desk::administrator("een", school, mine),
                                 .organisation = school};
            auto const other = cast::desk::administrator("twee", school, theirs);
            if (acts_on(actor, Action::end_account, other) != Permission::allowed)
                continue;
            ++allowed;
            for (auto const& role : theirs)
                EXPECT_NE(std::ranges::find(mine, role), mine.end()) << role;
        }
    EXPECT_EQ(allowed, 6);
}

TEST(Authority, P6_17_the_agency_ends_and_unlinks_administrators_and_nobody_else) {
    auto const registrar = cast::desk::staff("iris", {StaffRole::registrar});
    auto const approver = cast::desk::staff("bart", {StaffRole::approver});
    auto const chosen = cast::desk::administrator("anja", school, {"nooit-zelf"});
    auto const nadia = cast::desk::person("nadia", school);
    auto two_hats = cast::desk::administrator("twee-petten", cast::desk::agency());
    two_hats.staff_roles = {StaffRole::helpdesk};
    for (auto const action : {Action::unlink_administrator, Action::end_administrator}) {
        EXPECT_EQ(staff_does(registrar, action, &chosen), Permission::allowed);
        EXPECT_EQ(staff_does(approver, action, &chosen), Permission::not_staff_for_this);
        EXPECT_EQ(staff_does(registrar, action, &nadia), Permission::not_linked_by_letter);
        EXPECT_EQ(staff_does(registrar, action, &two_hats), Permission::not_linked_by_letter);
    }
}

TEST(Authority, P6_8_an_ended_account_can_be_seen_and_not_touched) {
    auto const gone = cast::desk::ended(cast::desk::person("weg", school));
    EXPECT_EQ(may(sanne, Action::see_account, {.organisation = school.id, .account = &gone},
                  catalogue, cast::desk::today),
              Permission::allowed);
    EXPECT_EQ(may(sanne, Action::send_code, {.organisation = school.id, .account = &gone},
                  catalogue, cast::desk::today),
              Permission::account_ended);
}

TEST(Authority, D7_who_has_ended_may_do_nothing_from_that_very_moment) {
    Standing const gone{.account = cast::desk::ended(sanne.account), .organisation = school};
    auto just_before = gone;
    just_before.account.ended_at = cast::desk::today + std::chrono::microseconds{1};
    Target const target{.organisation = school.id};
    EXPECT_EQ(may(gone, Action::see_users, target, catalogue, cast::desk::today),
              Permission::actor_ended);
    EXPECT_EQ(may(just_before, Action::see_users, target, catalogue, cast::desk::today),
              Permission::allowed);
}

} // namespace
