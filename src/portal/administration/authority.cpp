#include "portal/administration/authority.h"

#include "foundation/fault.h"

#include <algorithm>

namespace portal::administration {

using foundation::Instant;

namespace {

bool is(Account const& account, StaffRole role) {
    return std::ranges::find(account.staff_roles, role) != account.staff_roles.end();
}

/// What the agency's staff do; each needs its own narrow role.
std::optional<StaffRole> staff_role_for(Action action) {
    switch (action) {
    case Action::see_organisations:
    case Action::see_administrators:
    case Action::see_appointments:
    case Action::enter_appointment:
    case Action::attach_signed_form:
    case Action::open_signed_form:
    case Action::make_first_letter:
    case Action::send_first_code:
    case Action::unlink_administrator:
    case Action::end_administrator:
    case Action::invite_staff:
    case Action::see_keys:
        return StaffRole::registrar;
    case Action::decide_appointment:
        return StaffRole::approver;
    case Action::see_users:
    case Action::register_user:
    case Action::see_account:
    case Action::change_account:
    case Action::make_letter:
    case Action::record_hand_over:
    case Action::send_code:
    case Action::unlink:
    case Action::lift_block:
    case Action::grant:
    case Action::withdraw_grant:
    case Action::end_account:
        return std::nullopt;
    }
    return std::nullopt;
}

/// Looking at the list of organisations and at what runs out is for every staff role. At people
/// only those look whose work it is (P8.15).
bool is_staff_for(Standing const& actor, Action action) {
    if (!actor.organisation.is_agency)
        return false;
    if (action == Action::see_organisations || action == Action::see_keys)
        return actor.account.is_staff();
    if (action == Action::see_administrators &&
        (is(actor.account, StaffRole::helpdesk) || is(actor.account, StaffRole::auditor)))
        return true;
    bool const approvers_too = action == Action::open_signed_form ||
                               action == Action::see_appointments ||
                               action == Action::see_administrators;
    if (approvers_too && is(actor.account, StaffRole::approver))
        return true;
    return is(actor.account, *staff_role_for(action));
}

/// What staff do to an account, and whether it is of those whom they do it to. Nobody ends or
/// unlinks a member of staff so: the agency's own provider says who they are (P8.1).
bool is_on_account(Action action) {
    return action == Action::make_first_letter || action == Action::send_first_code ||
           action == Action::unlink_administrator || action == Action::end_administrator;
}
bool is_for_staff(Action action, Account const& account) {
    bool const by_letter = action == Action::make_first_letter || action == Action::send_first_code;
    return account.is_staff() ? by_letter : account.is_administrator();
}

Permission staff_may(Standing const& actor, Action action, Target const& target, Instant now) {
    if (!is_staff_for(actor, action))
        return Permission::not_staff_for_this;
    if (action == Action::decide_appointment && target.entered_by == actor.account.id)
        return Permission::same_person;
    if (action == Action::decide_appointment && target.attached_by == actor.account.id)
        return Permission::own_evidence;
    if (is_on_account(action)) {
        if (!target.account || !is_for_staff(action, *target.account))
            return Permission::not_linked_by_letter;
        if (target.account->id == actor.account.id)
            return Permission::own_account;
        if (target.account->ended(now))
            return Permission::account_ended;
    }
    return Permission::allowed;
}

bool touches_own_authority(Action action) {
    switch (action) {
    case Action::change_account:
    case Action::send_code:
    case Action::unlink:
    case Action::lift_block:
    case Action::grant:
    case Action::withdraw_grant:
    case Action::end_account:
    case Action::make_letter:
    case Action::record_hand_over:
        return true;
    case Action::see_users:
    case Action::register_user:
    case Action::see_account:
    case Action::see_organisations:
    case Action::see_administrators:
    case Action::see_appointments:
    case Action::enter_appointment:
    case Action::decide_appointment:
    case Action::attach_signed_form:
    case Action::open_signed_form:
    case Action::make_first_letter:
    case Action::send_first_code:
    case Action::unlink_administrator:
    case Action::end_administrator:
    case Action::invite_staff:
    case Action::see_keys:
        return false;
    }
    return true;
}

/// P6.17: whatever touches the account itself. A user role is weighed by itself (P6.2), so that
/// whoever may give it may take it.
bool weighs_roles_of_target(Action action) {
    return touches_own_authority(action) && action != Action::grant &&
           action != Action::withdraw_grant;
}

/// Of each administrator role of the other the actor is an administrator too. So whoever ends an
/// administrator stays behind with the same roles: by no colleague is the last of one ended.
bool covers(Account const& actor, Account const& other) {
    return std::ranges::all_of(other.administrator_roles, [&](std::string const& role) {
        return std::ranges::find(actor.administrator_roles, role) !=
               actor.administrator_roles.end();
    });
}

bool excludes_user_roles(Account const& account, Catalogue const& catalogue) {
    return std::ranges::any_of(account.administrator_roles, [&](std::string const& code) {
        auto const* role = catalogue.administrator_role(code);
        return role && role->excludes_user_roles;
    });
}

Permission may_grant(Target const& target, Catalogue const& catalogue) {
    auto const* role = catalogue.role(target.role);
    if (!role)
        return Permission::role_unknown;
    foundation::ensure(target.account != nullptr, "a role is granted to somebody");
    if (excludes_user_roles(*target.account, catalogue))
        return Permission::excluded_by_own_role;
    for (auto const& type : role->attribute_types) {
        auto const given = target.attributes.find(type);
        if (given == target.attributes.end() || given->second.empty())
            return Permission::attribute_missing;
        if (!target.home || !target.home->owns(type, given->second))
            return Permission::attribute_not_owned;
    }
    if (target.attributes.size() != role->attribute_types.size())
        return Permission::attribute_not_wanted;
    return Permission::allowed;
}

} // namespace

std::vector<std::string> handed_out_by(Account const& account, Catalogue const& catalogue) {
    std::vector<std::string> roles;
    for (auto const& code : account.administrator_roles) {
        auto const* role = catalogue.administrator_role(code);
        if (!role)
            continue;
        for (auto const& handed : role->hands_out)
            if (std::ranges::find(roles, handed) == roles.end())
                roles.push_back(handed);
    }
    return roles;
}

Permission may(Standing const& actor, Action action, Target const& target,
               Catalogue const& catalogue, Instant now) {
    if (actor.account.ended(now) || actor.organisation.ended(now) ||
        actor.account.organisation != actor.organisation.id)
        return Permission::actor_ended;
    if (actor.branch_number)
        return Permission::limited_to_branch;
    if (staff_role_for(action))
        return staff_may(actor, action, target, now);
    if (!actor.account.is_administrator())
        return Permission::not_an_administrator;
    bool const foreign_account =
        target.account && target.account->organisation != actor.organisation.id;
    if (target.organisation != actor.organisation.id || foreign_account)
        return Permission::other_organisation;
    if (target.account && target.account->id == actor.account.id && touches_own_authority(action))
        return Permission::own_account;
    if (target.account && target.account->ended(now) && action != Action::see_account)
        return Permission::account_ended;
    if (target.account && weighs_roles_of_target(action) && !covers(actor.account, *target.account))
        return Permission::roles_not_covered;
    if (action == Action::grant || action == Action::withdraw_grant) {
        auto const handed = handed_out_by(actor.account, catalogue);
        if (std::ranges::find(handed, target.role) == handed.end())
            return catalogue.role(target.role) ? Permission::role_not_handed_out
                                               : Permission::role_unknown;
    }
    return action == Action::grant ? may_grant(target, catalogue) : Permission::allowed;
}

} // namespace portal::administration
