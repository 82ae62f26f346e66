#pragma once
#include "portal/organisations/signed_form.h"
#include "system/support/stage.h"

#include <string>

namespace stage {

/// Everybody and everything that an act needs, once: no two scenes touch each other.
struct Scene {
    std::string name;
    portal::Organisation school;
    portal::AccountId administrator;
    portal::AccountId colleague; ///< an administrator too
    portal::AccountId user;     ///< with a letter, a grant, a form half filled in, an address asked
    portal::AccountId newcomer; ///< with a letter, not linked, and blocked for a day
    portal::AccountId candidate; ///< an administrator who is not linked
    portal::AccountId registrar;
    portal::AccountId approver;
    portal::GrantId grant;
    portal::AppointmentId with_form;
    portal::AppointmentId without_form;
};

Scene make_scene(portal::Archive& archive, portal::Vault const& vault, std::string const& name,
                 foundation::Instant at = now);

std::string draft_key(Scene const& scene); ///< of the form half filled in
portal::Code address_code();               ///< for the address that was asked
portal::Appointment appointment_of(Scene const& scene, std::string const& id,
                                   foundation::Instant at);
portal::Scan a_scan();

} // namespace stage
