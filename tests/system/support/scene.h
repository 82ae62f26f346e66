#pragma once
#include "portal/organisations/signed_form.h"
#include "system/support/stage.h"

#include <string>

namespace stage {

/// Everybody and everything that an act needs, once: no two scenes touch each other. All of it
/// follows from name, number and moment, so that another process knows it too.
struct Scene {
    std::string name;
    int number = 0;
    foundation::Instant at{};
    portal::Organisation school;
    portal::AccountId administrator;
    portal::AccountId colleague; ///< an administrator too
    portal::AccountId user;     ///< with a letter, a grant, a form half filled in, an address asked
    portal::AccountId newcomer; ///< with a letter, not linked, and blocked for a day
    portal::AccountId candidate; ///< an administrator who is not linked
    portal::AccountId arriving;  ///< with a code, not linked, at the last step of the process
    portal::AccountId registrar;
    portal::AccountId approver;
    portal::GrantId grant;
    portal::AppointmentId with_form;
    portal::AppointmentId without_form;
};

Scene scene_named(std::string const& name, int number, foundation::Instant at);
/// Keeps all of it; no other scene of this process has its number.
Scene make_scene(portal::Archive& archive, portal::Vault const& vault, std::string const& name,
                 foundation::Instant at = now);
void keep(portal::Records& records, portal::Vault const& vault, Scene const& scene);
/// A number that no other scene of this process has.
int next_number();

/// The means of an account of the scene: what it is linked to, or is to be.
portal::Identity means_of(Scene const& scene, portal::AccountId const& account);
portal::StaffIdentity staff_identity_of(portal::AccountId const& account);
std::string draft_key(Scene const& scene);         ///< of the form half filled in
portal::Code address_code();                       ///< for the address that was asked
portal::Code strip_of(Scene const& scene);         ///< torn off the user's letter
portal::Code code_of_arriving(Scene const& scene); ///< mailed to who arrives
portal::Username username_of_arriving(Scene const& scene);
portal::Appointment appointment_of(Scene const& scene, std::string const& id,
                                   foundation::Instant at);
portal::Scan a_scan();

} // namespace stage
