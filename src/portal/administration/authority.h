#pragma once
#include "portal/acting/standing.h"
#include "portal/catalogue/catalogue.h"
#include "portal/organisations/organisation.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace portal::administration {

enum class Action {
    // of an administrator, in the own organisation
    see_users,
    register_user,
    see_account,
    change_account, ///< name, function, mail address given at registration
    make_letter,
    record_hand_over,
    send_code,
    unlink,
    lift_block,
    grant,
    withdraw_grant,
    end_account,
    // of the agency's staff
    see_organisations,
    see_administrators, ///< who they are, of an organisation (P8.15)
    see_appointments,   ///< as far as the role reaches: see reach.h
    enter_appointment,
    decide_appointment,
    attach_signed_form,
    open_signed_form,  ///< for who enters and who decides
    make_first_letter, ///< for an administrator, to the competent authority (P2.2)
    send_first_code,
    unlink_administrator, ///< whom no administrator of the own organisation may (P6.17)
    end_administrator,
    invite_staff,
    see_keys, ///< what certificates there are and when they run out
};

/// What it is done to. Which members matter follows from the action.
struct Target {
    OrganisationId organisation;
    Account const* account = nullptr;
    Organisation const* home = nullptr; ///< the organisation itself, for a grant
    std::string role{};
    std::map<std::string, std::string> attributes{};
    std::optional<AccountId> entered_by{};  ///< of an appointment
    std::optional<AccountId> attached_by{}; ///< of its signed form
};

/// Allowed, or why not. Pages hide what is not allowed; use cases ask again.
enum class Permission {
    allowed,
    actor_ended,
    limited_to_branch,
    not_an_administrator,
    not_staff_for_this,
    other_organisation, ///< answered like something that does not exist (D3)
    own_account,        ///< nobody changes his own authority or link (D2)
    account_ended,
    roles_not_covered,    ///< of an administrator who has roles that the actor has not (P6.17)
    not_linked_by_letter, ///< staff act only on administrators whose route this is (P2.2)
    role_unknown,
    role_not_handed_out,
    attribute_missing, ///< the most reported trap: an empty screen (P6.1)
    attribute_not_wanted,
    attribute_not_owned,
    excluded_by_own_role, ///< the receiver holds an administrator role that never sees (P6.2)
    same_person,          ///< four eyes (P2.1)
    own_evidence,         ///< the same: whoever attached the signed form does not decide on it
};

/// P6.1, P6.2, P6.17, P2.1, P2.2, D1 to D3: the one place where authority is decided, for pages,
/// use cases, imports and interfaces alike. A mandate for one branch is not enough for what
/// concerns all of the organisation. Pure.
Permission may(Standing const& actor, Action action, Target const& target,
               Catalogue const& catalogue, foundation::Instant now);

/// The roles that the actor may hand out: of all the own administrator roles.
std::vector<std::string> handed_out_by(Account const& account, Catalogue const& catalogue);

} // namespace portal::administration
