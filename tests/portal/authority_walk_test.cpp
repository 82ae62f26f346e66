#include "authority_cast.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

/// Every actor, every action, every target: 26,000 questions. The second formulation knows no order
/// of checks: it collects every objection there is. What is allowed has none, and the reason given
/// for what is not is one of them.
namespace {

using portal::Account;
using portal::Organisation;
using portal::StaffRole;
using portal::Standing;
using portal::administration::Action;
using portal::administration::may;
using portal::administration::Permission;
using portal::administration::Target;

using Attributes = std::map<std::string, std::string>;

std::map<Action, std::set<StaffRole>> const staff_roles_for{
    {Action::see_organisations,
     {StaffRole::registrar, StaffRole::approver, StaffRole::helpdesk, StaffRole::auditor}},
    {Action::see_administrators,
     {StaffRole::registrar, StaffRole::approver, StaffRole::helpdesk, StaffRole::auditor}},
    {Action::see_appointments, {StaffRole::registrar, StaffRole::approver}},
    {Action::see_keys,
     {StaffRole::registrar, StaffRole::approver, StaffRole::helpdesk, StaffRole::auditor}},
    {Action::enter_appointment, {StaffRole::registrar}},
    {Action::decide_appointment, {StaffRole::approver}},
    {Action::attach_signed_form, {StaffRole::registrar}},
    {Action::open_signed_form, {StaffRole::registrar, StaffRole::approver}},
    {Action::make_first_letter, {StaffRole::registrar}},
    {Action::send_first_code, {StaffRole::registrar}},
    {Action::unlink_administrator, {StaffRole::registrar}},
    {Action::end_administrator, {StaffRole::registrar}},
    {Action::invite_staff, {StaffRole::registrar}},
};
std::set<Action> const of_administrators{
    Action::see_users,      Action::register_user,  Action::see_account,
    Action::change_account, Action::make_letter,    Action::record_hand_over,
    Action::send_code,      Action::unlink,         Action::lift_block,
    Action::grant,          Action::withdraw_grant, Action::end_account};
std::set<Action> const by_letter{Action::make_first_letter, Action::send_first_code};
std::set<Action> const endings{Action::unlink_administrator, Action::end_administrator};
/// What is weighed by whom it is done to, and not by the role that is given or taken.
std::set<Action> const weighed{
    Action::change_account, Action::make_letter, Action::record_hand_over, Action::send_code,
    Action::unlink,         Action::lift_block,  Action::end_account};
std::set<Action> const harmless_to_oneself{Action::see_users, Action::register_user,
                                           Action::see_account};

/// Of the catalogue of the cast, written out: who hands out what, and which role wants what.
std::map<std::string, std::set<std::string>> const hands_out{{"beheerder-vo", {"melder", "lezer"}},
                                                             {"nooit-zelf", {"lezer", "geheim"}}};
std::map<std::string, std::set<std::string>> const wants{
    {"melder", {"instellingscode"}}, {"lezer", {}}, {"geheim", {}}};
/// Which institution codes each organisation of the cast owns.
std::map<std::string, std::set<std::string>> const owned{
    {"lindenhof", {"99AA"}}, {"berkenveld", {"99AA"}}, {"dienst", {}}};

bool gone(std::optional<foundation::Instant> const& at) { return at && *at <= cast::desk::today; }

std::set<Permission> about_staff(Standing const& actor, Action action, Target const& target) {
    std::set<Permission> objections;
    auto const& mine = actor.account.staff_roles;
    auto const& wanted = staff_roles_for.at(action);
    bool const has_one =
        std::ranges::any_of(mine, [&](StaffRole role) { return wanted.contains(role); });
    if (!actor.organisation.is_agency || !has_one)
        objections.insert(Permission::not_staff_for_this);
    if (action == Action::decide_appointment && target.entered_by == actor.account.id)
        objections.insert(Permission::same_person);
    if (action == Action::decide_appointment && target.attached_by == actor.account.id)
        objections.insert(Permission::own_evidence);
    if (!by_letter.contains(action) && !endings.contains(action))
        return objections;
    if (!target.account ||
        (target.account->administrator_roles.empty() && target.account->staff_roles.empty()) ||
        (endings.contains(action) && !target.account->staff_roles.empty()))
        objections.insert(Permission::not_linked_by_letter);
    if (target.account && target.account->id == actor.account.id)
        objections.insert(Permission::own_account);
    if (target.account && gone(target.account->ended_at))
        objections.insert(Permission::account_ended);
    return objections;
}

void about_role(Standing const& actor, Action action, Target const& target,
                std::set<Permission>& objections) {
    if (!wants.contains(target.role))
        objections.insert(Permission::role_unknown);
    bool const mine = std::ranges::any_of(actor.account.administrator_roles, [&](auto const& own) {
        return hands_out.contains(own) && hands_out.at(own).contains(target.role);
    });
    if (!mine)
        objections.insert(Permission::role_not_handed_out);
    if (action != Action::grant || !wants.contains(target.role))
        return;
    if (std::ranges::count(target.account->administrator_roles, "nooit-zelf") > 0)
        objections.insert(Permission::excluded_by_own_role);
    for (auto const& type : wants.at(target.role))
        if (!target.attributes.contains(type) || target.attributes.at(type).empty())
            objections.insert(Permission::attribute_missing);
        else if (!owned.at(target.home->id.text()).contains(target.attributes.at(type)))
            objections.insert(Permission::attribute_not_owned);
    for (auto const& [type, value] : target.attributes)
        if (!wants.at(target.role).contains(type))
            objections.insert(Permission::attribute_not_wanted);
}

std::set<Permission> about_administrator(Standing const& actor, Action action,
                                         Target const& target) {
    std::set<Permission> objections;
    if (actor.account.administrator_roles.empty())
        objections.insert(Permission::not_an_administrator);
    if (target.organisation != actor.organisation.id ||
        (target.account && target.account->organisation != actor.organisation.id))
        objections.insert(Permission::other_organisation);
    if (target.account && target.account->id == actor.account.id &&
        !harmless_to_oneself.contains(action))
        objections.insert(Permission::own_account);
    if (target.account && gone(target.account->ended_at) && action != Action::see_account)
        objections.insert(Permission::account_ended);
    if (target.account && weighed.contains(action))
        for (auto const& role : target.account->administrator_roles)
            if (std::ranges::count(actor.account.administrator_roles, role) == 0)
                objections.insert(Permission::roles_not_covered);
    if (action == Action::grant || action == Action::withdraw_grant)
        about_role(actor, action, target, objections);
    return objections;
}

std::set<Permission> objections_to(Standing const& actor, Action action, Target const& target) {
    auto objections = of_administrators.contains(action)
                          ? about_administrator(actor, action, target)
                          : about_staff(actor, action, target);
    if (gone(actor.account.ended_at) || gone(actor.organisation.ended_at) ||
        actor.account.organisation != actor.organisation.id)
        objections.insert(Permission::actor_ended);
    if (actor.branch_number)
        objections.insert(Permission::limited_to_branch);
    return objections;
}

std::vector<Standing> actors() {
    auto const school = cast::desk::school();
    auto const agency = cast::desk::agency();
    auto closed = school;
    closed.ended_at = cast::desk::today;
    auto two_hats = cast::desk::administrator("twee-petten", agency);
    two_hats.staff_roles = {StaffRole::registrar, StaffRole::approver};
    auto pretender = cast::desk::person("doet-alsof", school);
    pretender.staff_roles = {StaffRole::registrar, StaffRole::approver};
    std::vector<Standing> all{
        {cast::desk::person("nadia", school), school},
        {cast::desk::administrator("sanne", school), school},
        {cast::desk::administrator("gever", school, {"nooit-zelf"}), school},
        {cast::desk::administrator("alles", school, {"beheerder-vo", "nooit-zelf"}), school},
        {cast::desk::administrator("oud", school, {"vervallen"}), school},
        {cast::desk::administrator("buur", cast::desk::other_school()), cast::desk::other_school()},
        {cast::desk::ended(cast::desk::administrator("weg", school)), school},
        {cast::desk::administrator("dicht", closed), closed},
        {cast::desk::administrator("verhuisd", cast::desk::other_school()), school},
        {cast::desk::administrator("dienstbeheer", agency), agency},
        {two_hats, agency},
        {pretender, school}};
    for (auto const role :
         {StaffRole::registrar, StaffRole::approver, StaffRole::helpdesk, StaffRole::auditor})
        all.push_back({cast::desk::staff("medewerker", {role}), agency});
    all.push_back(
        {cast::desk::staff("alleskunner", {StaffRole::registrar, StaffRole::approver}), agency});
    all.push_back(
        {cast::desk::ended(cast::desk::staff("vertrokken", {StaffRole::registrar})), agency});
    all.push_back({.account = cast::desk::administrator("vestiging", school),
                   .organisation = school,
                   .branch_number = "000012345678"});
    all.push_back({.account = cast::desk::staff("vestigingsdienst", {StaffRole::registrar}),
                   .organisation = agency,
                   .branch_number = "000012345678"});
    return all;
}

std::vector<Account> accounts(Standing const& actor) {
    auto const school = cast::desk::school();
    return {actor.account,
            cast::desk::person("collega", school),
            cast::desk::ended(cast::desk::person("ex-collega", school)),
            cast::desk::administrator("beheerder", school),
            cast::desk::administrator("geeft-en-ziet-nooit", school, {"nooit-zelf"}),
            cast::desk::person("vreemd", cast::desk::other_school()),
            cast::desk::administrator("vreemde-beheerder", cast::desk::other_school()),
            cast::desk::ended(cast::desk::administrator("ex-beheerder", school)),
            cast::desk::person("dienstgebruiker", cast::desk::agency()),
            cast::desk::staff("dienstmedewerker", {StaffRole::helpdesk})};
}

struct Tally {
    int asked = 0;
    std::set<Permission> answers;
};

void ask(Standing const& actor, Action action, Target const& target,
         portal::Catalogue const& catalogue, Tally& tally) {
    auto const answer = may(actor, action, target, catalogue, cast::desk::today);
    auto const objections = objections_to(actor, action, target);
    ++tally.asked;
    tally.answers.insert(answer);
    bool const agreed =
        answer == Permission::allowed ? objections.empty() : objections.contains(answer);
    EXPECT_TRUE(agreed) << "actor " << actor.account.id.text() << ", action "
                        << static_cast<int>(action) << ", account "
                        << (target.account ? target.account->id.text() : "none") << " of "
                        << target.organisation.text() << ", role '" << target.role << "', answer "
                        << static_cast<int>(answer) << ", objections " << objections.size();
}

/// Every target that this action can be asked about.
void walk(Standing const& actor, Action action, portal::Catalogue const& catalogue, Tally& tally) {
    bool const role_matters = action == Action::grant || action == Action::withdraw_grant;
    std::vector<std::string> const roles =
        role_matters ? std::vector<std::string>{"melder", "lezer", "geheim", "bestaat-niet", ""}
                     : std::vector<std::string>{""};
    std::vector<Attributes> const attributes =
        role_matters
            ? std::vector<Attributes>{{},
                                      {{"instellingscode", "99AA"}},
                                      {{"instellingscode", "99ZZ"}},
                                      {{"instellingscode", ""}},
                                      {{"bestuursnummer", "12345"}},
                                      {{"instellingscode", "99AA"}, {"bestuursnummer", "12345"}}}
            : std::vector<Attributes>{{}};
    for (auto const& account : accounts(actor))
        for (auto const& organisation : {account.organisation, actor.organisation.id})
            for (auto const& role : roles)
                for (auto const& given : attributes)
                    ask(actor, action,
                        {.organisation = organisation,
                         .account = &account,
                         .home = &actor.organisation,
                         .role = role,
                         .attributes = given},
                        catalogue, tally);
    if (role_matters)
        return;
    for (auto const& organisation :
         {cast::desk::school().id, cast::desk::other_school().id, cast::desk::agency().id})
        for (auto const& by : {std::optional<portal::AccountId>{}, std::optional{actor.account.id},
                               std::optional{cast::account_id("collega")}}) {
            ask(actor, action, {.organisation = organisation, .entered_by = by}, catalogue, tally);
            ask(actor, action, {.organisation = organisation, .attached_by = by}, catalogue, tally);
        }
}

TEST(Authority, D1_D2_D3_agrees_with_a_second_formulation_on_every_actor_action_and_target) {
    auto const catalogue = cast::desk::catalogue();
    std::vector<Action> actions(of_administrators.begin(), of_administrators.end());
    for (auto const& [action, roles] : staff_roles_for)
        actions.push_back(action);
    Tally tally;
    for (auto const& actor : actors())
        for (auto const action : actions)
            walk(actor, action, catalogue, tally);
    EXPECT_GT(tally.asked, 25'000);
    EXPECT_EQ(tally.answers.size(), 18U) << "an answer that the walk never hears is not proved";
}

} // namespace
