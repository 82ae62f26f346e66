#include "portal/overview/contact.h"
#include "portal/signing_in/staff_sign_in.h"
#include "system/support/use_cases.h"

namespace stage {

using namespace portal;
using enum Thing;

namespace {

signing_in::DepartureNote note_of(Scene const& scene, std::string const& which) {
    signing_in::DepartureNote note;
    note.relay_digest = which + " departure of " + scene.name;
    note.pending = {.request_id = "_request", .departed_at = scene.at};
    return note;
}

/// Who clicks twice brings the same message twice.
bool arrives(Desk const& desk, Scene const& scene) {
    auto const identity = means_of(scene, scene.user);
    auto const outcome = signing_in::arrive(desk.archive, desk.vault, desk.policy,
                                            {.request_id = "_request",
                                             .response_id = "_response",
                                             .assertion_id = "_assertion of " + scene.name,
                                             .assertion_expires_at = scene.at + 1h,
                                             .authenticated_at = scene.at,
                                             .identity = identity,
                                             .raw_pseudonym = identity.pseudonym,
                                             .pseudonym_qualifier = {},
                                             .rsin = {},
                                             .branch_number = {},
                                             .organisation_name = {},
                                             .level = AssuranceLevel::loa3,
                                             .authenticating_authority = {}},
                                            note_of(scene, "the"), "INC1", desk.asked_at);
    auto const* visitor = std::get_if<signing_in::SignedInVisitor>(&outcome);
    return visitor && std::holds_alternative<signing_in::SignedInAs>(visitor->verdict);
}

signing_in::StaffOutcome arrives_as_staff(Desk const& desk, Scene const& scene,
                                          AccountId const& who, std::string const& which,
                                          std::vector<StaffRole> roles) {
    return signing_in::arrive(desk.archive, desk.vault, desk.policy,
                              {.request_id = "_request",
                               .response_id = "_response",
                               .assertion_id = which + " assertion of " + who.text(),
                               .assertion_expires_at = scene.at + 1h,
                               .authenticated_at = scene.at,
                               .identity = staff_identity_of(who),
                               .name = "Femke",
                               .email = who.text() + "@agency.example",
                               .roles = std::move(roles)},
                              note_of(scene, which + " " + who.text()), "INC1", desk.asked_at);
}

UseCase comes_without_a_role(char const* name, AccountId Scene::* who, Thing thing) {
    return {.act = {name, who,
                    [who](Desk const& desk, Claim const&, Scene const& scene) {
                        return std::holds_alternative<signing_in::StaffRefusal>(
                            arrives_as_staff(desk, scene, scene.*who, "roleless", {}));
                    }},
            .function = "signing_in/staff_sign_in.h arrive",
            .changes = {thing},
            .leaves = {{"sign-in refused", Times::each_at_most},
                       {"staff roles changed", Times::each_at_most}},
            .comes = Comes::unclaimed,
            .takes_standing = true};
}

UseCase signs_in_as_staff() {
    return {.act = {"signs in as staff", &Scene::registrar,
                    [](Desk const& desk, Claim const&, Scene const& scene) {
                        return std::holds_alternative<signing_in::SignedInVisitor>(arrives_as_staff(
                            desk, scene, scene.registrar, "the", {StaffRole::registrar}));
                    }},
            .function = "signing_in/staff_sign_in.h arrive",
            .changes = {registrar},
            .leaves = {{"staff signed in"},
                       {"contact details changed", Times::each_at_most},
                       {"staff roles changed", Times::each_at_most},
                       {"sign-in refused", Times::each_at_most}},
            .comes = Comes::unclaimed};
}

UseCase signs_in() {
    return {.act = {"signs in", &Scene::user,
                    [](Desk const& desk, Claim const&, Scene const& scene) {
                        return arrives(desk, scene);
                    }},
            .function = "signing_in/sign_in.h arrive",
            .changes = {user, sessions, departure},
            .leaves = {{"signed in"},
                       {"link lapsed", Times::once_at_most},
                       {"sign-in refused", Times::each_at_most}},
            .comes = Comes::unclaimed};
}

UseCase is_turned_away() {
    return {.act = {"is turned away at the door", &Scene::user,
                    [](Desk const& desk, Claim const&, Scene const& scene) {
                        signing_in::note_rejection(desk.archive, desk.policy,
                                                   Rejection::level_too_low, note_of(scene, "the"),
                                                   "INC1", desk.asked_at);
                        return true;
                    }},
            .function = "signing_in/sign_in.h note_rejection",
            .changes = {departure},
            .leaves = {{"sign-in refused", Times::each_at_most}},
            .comes = Comes::unclaimed};
}

} // namespace

std::vector<UseCase> of_arrivals() {
    return {
        signs_in(),
        is_turned_away(),
        {.act = {"signs out", &Scene::user,
                 [](Desk const& desk, Claim const& claim, Scene const&) {
                     signing_in::sign_out(desk.archive, claim, desk.asked_at);
                     return true;
                 }},
         .function = "signing_in/sign_in.h sign_out",
         .changes = {sessions},
         .leaves = {{"signed out", Times::each_at_most}}},
        {.act = {"chooses a language", &Scene::user,
                 [](Desk const& desk, Claim const& claim, Scene const&) {
                     choose_language(desk, claim, Language::english);
                     return true;
                 }},
         .function = "overview/contact.h choose_language",
         .changes = {user, sessions},
         // Who changes contact details back to Dutch makes it worth an entry once more.
         .leaves = {{"language chosen", Times::each_at_most}}},
        signs_in_as_staff(),
        comes_without_a_role("a registrar comes without a role", &Scene::registrar, registrar),
        comes_without_a_role("an approver comes without a role", &Scene::approver, approver),
    };
}

} // namespace stage
