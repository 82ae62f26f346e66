#include "system/support/acts.h"

#include "foundation/civil_date.h"
#include "portal/administration/appointments.h"
#include "portal/administration/grants.h"
#include "portal/administration/organisations.h"
#include "portal/administration/signed_forms.h"
#include "portal/forms/summary.h"
#include "portal/overview/contact.h"
#include "portal/overview/own_file.h"

#include <algorithm>

namespace stage {

using namespace portal;
using namespace portal::administration;

namespace {

/// Has every character and no paper.
class AnyPress final : public LetterPress {
public:
    std::vector<std::string> unprintable(std::string_view) const override { return {}; }
    std::string print(Letter const&) override { return {}; }
};

std::vector<Act> of_administrators() {
    return {
        {"registers a user", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return register_user(desk, claim,
                                  {.person = {.name = "Eva",
                                              .email = "eva-" + scene.name + "@school.example",
                                              .phone = {},
                                              .function = {}},
                                   .has_means = true})
                 .has_value();
         }},
        {"looks at a user", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return user_file(desk, claim, scene.user).has_value();
         }},
        {"looks at what a role gives", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return preview(desk, claim,
                            {.account = scene.colleague,
                             .role = "reader",
                             .attributes = {},
                             .from = foundation::in_amsterdam(desk.asked_at).date,
                             .until = std::nullopt,
                             .reason = "work"})
                 .has_value();
         }},
        {"grants a role", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return grant_role(desk, claim,
                               {.account = scene.colleague,
                                .role = "reader",
                                .attributes = {},
                                .from = foundation::in_amsterdam(desk.asked_at).date,
                                .until = std::nullopt,
                                .reason = "work"})
                 .has_value();
         }},
        {"withdraws a role", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return withdraw_grant(desk, claim, scene.grant, "no longer").has_value();
         }},
        {"makes a letter", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             AnyPress const press;
             return make_letter(desk, claim, scene.user, press, {}).has_value();
         }},
        {"records a hand-over", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             auto const letter = desk.archive.look([&](Records& records) {
                 return records.account(scene.user)->letter_made_at.value();
             });
             return record_hand_over(desk, claim, scene.user, foundation::in_amsterdam(letter).date)
                 .has_value();
         }},
    };
}

std::vector<Act> on_accounts() {
    return {
        {"lists users", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const&) {
             auto const found = desk.archive.look(desk.asked_at, [&](Records& records) {
                 return live(claim, records, desk.policy);
             });
             return found && found->standing &&
                    users(desk, *found->standing, claim, {.search = {}}).has_value();
         }},
        {"sends a code", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return send_code(desk, claim, scene.newcomer, Resend::sure).has_value();
         }},
        {"lifts a block", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return lift_block(desk, claim, scene.newcomer).has_value();
         }},
        {"unlinks a user", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return unlink(desk, claim, scene.user, UnlinkReason::lost, "").has_value();
         }},
        {"ends an account", &Scene::administrator,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return end_account(desk, claim, scene.user, "left").has_value();
         }},
    };
}

std::vector<Act> of_staff() {
    return {
        {"makes a first letter", &Scene::registrar,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             AnyPress const press;
             return make_letter(desk, claim, scene.candidate, press, {}).has_value();
         }},
        {"unlinks an administrator", &Scene::registrar,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return unlink(desk, claim, scene.colleague, UnlinkReason::helpdesk, "").has_value();
         }},
        {"ends an administrator", &Scene::registrar,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return end_account(desk, claim, scene.colleague, "left").has_value();
         }},
        {"enters an appointment", &Scene::registrar,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return enter_appointment(desk, claim, appointment_of(scene, "new", desk.asked_at))
                 .has_value();
         }},
        {"attaches a signed form", &Scene::registrar,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return attach_signed_form(desk, claim, scene.without_form, a_scan()).has_value();
         }},
        {"opens a signed form", &Scene::registrar,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return open_signed_form(desk, claim, scene.with_form).has_value();
         }},
        {"looks at an organisation", &Scene::registrar,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return organisation_file(desk, claim, scene.school.id).has_value();
         }},
        {"looks at an appointment", &Scene::registrar,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return appointment_file(desk, claim, scene.with_form).has_value();
         }},
        {"lists appointments", &Scene::registrar,
         [](Desk const& desk, Claim const& claim, Scene const&) {
             return appointments(desk, claim, {}).has_value();
         }},
        {"approves an appointment", &Scene::approver,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return approve_appointment(desk, claim, scene.with_form).has_value();
         }},
        {"declines an appointment", &Scene::approver,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return decline_appointment(desk, claim, scene.without_form, "no").has_value();
         }},
    };
}

std::vector<Act> of_users() {
    return {
        {"starts a task", &Scene::user,
         [](Desk const& desk, Claim const& claim, Scene const&) {
             return overview::note_start(desk, claim, desk.catalogue.tasks.front());
         }},
        {"sends a form", &Scene::user,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             auto const& task = desk.catalogue.tasks.front();
             auto const key = draft_key(scene);
             return forms::submit(desk, claim, task,
                                  {.key = key, .seen = forms::seen(task, key, {})})
                 .has_value();
         }},
        {"changes contact details", &Scene::user,
         [](Desk const& desk, Claim const& claim, Scene const&) {
             return change_contact(desk, claim, {.phone = "0201234567", .function = "new"});
         },
         false},
        {"asks for another address", &Scene::user,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return ask_for_address(desk, claim, scene.name + "@anders.example").has_value();
         },
         false},
        {"confirms another address", &Scene::user,
         [](Desk const& desk, Claim const& claim, Scene const&) {
             return confirm_address(desk, claim, address_code()).has_value();
         },
         false},
        {"keeps the address", &Scene::user,
         [](Desk const& desk, Claim const& claim, Scene const&) {
             return forget_pending_address(desk, claim);
         },
         false},
        {"reads an announcement", &Scene::user,
         [](Desk const& desk, Claim const& claim, Scene const&) {
             return overview::mark_read(desk, claim, "news");
         },
         false},
        {"pins a shortcut", &Scene::user,
         [](Desk const& desk, Claim const& claim, Scene const&) {
             return overview::prefer(desk, claim,
                                     {.task = "contact", .choice = overview::Choice::pinned});
         },
         false},
        {"ends the other sessions", &Scene::user,
         [](Desk const& desk, Claim const& claim, Scene const&) {
             return end_other_sessions(desk, claim);
         },
         false},
        {"chooses an account", &Scene::user,
         [](Desk const& desk, Claim const& claim, Scene const& scene) {
             return signing_in::choose_account(desk.archive, desk.vault, desk.policy, claim,
                                               scene.user, desk.asked_at)
                 .has_value();
         },
         false},
    };
}

} // namespace

std::vector<Act> const& acts() {
    static auto const all = [] {
        auto made = of_administrators();
        for (auto more : {on_accounts(), of_staff(), of_users()})
            std::ranges::move(more, std::back_inserter(made));
        return made;
    }();
    return all;
}

} // namespace stage
