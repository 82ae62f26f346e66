#include "system/support/use_cases.h"

#include "foundation/fault.h"

#include <algorithm>

namespace stage {

using namespace portal;
using enum Thing;

namespace {

Act act_named(std::string_view name) {
    auto const found =
        std::ranges::find(acts(), name, [](Act const& one) { return std::string_view{one.name}; });
    foundation::ensure(found != acts().end(), "a use case without its act");
    return *found;
}

/// The act, done to somebody or something else of the scene.
Act aimed(char const* name, std::string_view act, std::function<void(Scene&)> const& aim) {
    auto made = act_named(act);
    made.name = name;
    made.done = [aim, done = made.done](Desk const& desk, Claim const& claim, Scene const& scene) {
        auto other = scene;
        aim(other);
        return done(desk, claim, other);
    };
    return made;
}

void at_arriving(Scene& scene) { scene.user = scene.newcomer = scene.arriving; }

std::vector<UseCase> of_administrators() {
    return {
        {.act = act_named("registers a user"),
         .function = "administration/users.h register_user",
         .changes = {school},
         .rests_on = {administrator},
         .leaves = {{"user registered"}}},
        {.act = act_named("looks at a user"),
         .function = "administration/users.h user_file",
         .rests_on = {administrator, user},
         .leaves = {{"account viewed"}}},
        {.act = act_named("looks at what a role gives"),
         .function = "administration/grants.h preview",
         .rests_on = {administrator, colleague}},
        {.act = act_named("grants a role"),
         .function = "administration/grants.h grant_role",
         .changes = {colleague},
         .rests_on = {administrator, school},
         .leaves = {{"role granted"}}},
        {.act = act_named("withdraws a role"),
         .function = "administration/grants.h withdraw_grant",
         .changes = {user},
         .rests_on = {administrator},
         .leaves = {{"role withdrawn", Times::once}}},
        {.act = act_named("makes a letter"),
         .function = "administration/users.h make_letter",
         .changes = {user},
         .rests_on = {administrator},
         .leaves = {{"letter made"}}},
        {.act = act_named("records a hand-over"),
         .function = "administration/users.h record_hand_over",
         .changes = {user},
         .rests_on = {administrator},
         .leaves = {{"letter handed over", Times::once}}},
        {.act = act_named("sends a code"),
         .function = "administration/users.h send_code",
         .changes = {newcomer},
         .rests_on = {administrator},
         .leaves = {{"code sent"}}},
        {.act = act_named("lifts a block"),
         .function = "administration/users.h lift_block",
         .changes = {newcomer},
         .rests_on = {administrator},
         .leaves = {{"linking block lifted", Times::once}}},
        {.act = act_named("unlinks a user"),
         .function = "administration/users.h unlink",
         .changes = {user, sessions},
         .rests_on = {administrator},
         .leaves = {{"unlinked"}},
         .takes_standing = true},
        {.act = act_named("ends an account"),
         .function = "administration/users.h end_account",
         .changes = {user, sessions, school},
         .rests_on = {administrator},
         .leaves = {{"account ended"}},
         .takes_standing = true},
    };
}

/// What the same acts do to who is at the last step of linking.
std::vector<UseCase> at_who_arrives() {
    return {
        {.act = aimed("sends a code to who has one", "sends a code", at_arriving),
         .function = "administration/users.h send_code",
         .changes = {arriving},
         .rests_on = {administrator},
         .leaves = {{"code sent"}}},
        {.act = aimed("voids a code", "unlinks a user", at_arriving),
         .function = "administration/users.h unlink",
         .changes = {arriving},
         .rests_on = {administrator},
         .leaves = {{"unlinked"}}},
        {.act = aimed("ends who is about to link", "ends an account", at_arriving),
         .function = "administration/users.h end_account",
         .changes = {arriving, school},
         .rests_on = {administrator},
         .leaves = {{"account ended"}}},
    };
}

std::vector<UseCase> of_staff() {
    return {
        {.act = act_named("makes a first letter"),
         .function = "administration/users.h make_letter",
         .changes = {colleague},
         .rests_on = {registrar},
         .leaves = {{"letter made"}}},
        {.act = act_named("enters an appointment"),
         .function = "administration/appointments.h enter_appointment",
         .rests_on = {registrar},
         .leaves = {{"appointment entered"}}},
        {.act = act_named("attaches a signed form"),
         .function = "administration/signed_forms.h attach_signed_form",
         .changes = {without_form},
         .rests_on = {registrar},
         .leaves = {{"signed form attached"}}},
        {.act = act_named("opens a signed form"),
         .function = "administration/signed_forms.h open_signed_form",
         .rests_on = {registrar, with_form},
         .leaves = {{"signed form viewed"}}},
        {.act = act_named("looks at an organisation"),
         .function = "administration/organisations.h organisation_file",
         .rests_on = {registrar, school, colleague},
         .leaves = {{"account viewed", Times::any}}},
        {.act = act_named("lists the users"),
         .function = "administration/users.h users",
         .rests_on = {administrator, user}},
        {.act = act_named("lists the appointments"),
         .function = "administration/organisations.h appointments",
         .rests_on = {registrar, with_form},
         .leaves = {{"people listed", Times::any}}},
        {.act = act_named("looks at an appointment"),
         .function = "administration/organisations.h appointment_file",
         .rests_on = {registrar, with_form},
         .leaves = {{"account viewed", Times::any}}},
        {.act = act_named("approves an appointment"),
         .function = "administration/appointments.h approve_appointment",
         .changes = {with_form, school},
         .rests_on = {approver},
         .leaves = {{"administrator appointed"}}},
        {.act = act_named("declines an appointment"),
         .function = "administration/appointments.h decline_appointment",
         .changes = {without_form},
         .rests_on = {approver},
         .leaves = {{"appointment declined"}}},
        {.act = aimed("declines what may be approved", "declines an appointment",
                      [](Scene& scene) { scene.without_form = scene.with_form; }),
         .function = "administration/appointments.h decline_appointment",
         .changes = {with_form},
         .rests_on = {approver},
         .leaves = {{"appointment declined"}}},
    };
}

std::vector<UseCase> of_users() {
    return {
        {.act = act_named("starts a task"),
         .function = "overview/overview.h note_start",
         .rests_on = {user, sessions},
         .leaves = {{"task started"}}},
        {.act = act_named("sends a form"),
         .function = "forms/form.h submit",
         .changes = {draft},
         .rests_on = {user, sessions},
         .leaves = {{"form submitted", Times::once}}},
        {.act = act_named("changes contact details"),
         .function = "overview/contact.h change_contact",
         .changes = {user},
         .rests_on = {sessions},
         .leaves = {{"contact details changed", Times::once}, {"language chosen", Times::any}}},
        {.act = act_named("asks for another address"),
         .function = "overview/contact.h ask_for_address",
         .changes = {address},
         .rests_on = {user, sessions, school},
         .leaves = {{"address code sent"}}},
        {.act = act_named("confirms another address"),
         .function = "overview/contact.h confirm_address",
         .changes = {user, address, school},
         .rests_on = {sessions},
         .leaves = {{"address changed"}}},
        {.act = act_named("keeps the address"),
         .function = "overview/contact.h forget_pending_address",
         .changes = {address},
         .rests_on = {user, sessions}},
        {.act = act_named("reads an announcement"),
         .function = "overview/overview.h mark_read",
         .changes = {overview},
         .rests_on = {user, sessions},
         .leaves = {{"announcement read", Times::once}}},
        {.act = act_named("pins a shortcut"),
         .function = "overview/overview.h prefer",
         .changes = {overview},
         .rests_on = {user, sessions}},
        {.act = act_named("ends the other sessions"),
         .function = "overview/own_file.h end_other_sessions",
         .changes = {sessions},
         .rests_on = {user}},
        {.act = act_named("chooses an account"),
         .function = "signing_in/sign_in.h choose_account",
         .changes = {user, sessions},
         .leaves = {{"signed in"}}},
    };
}

} // namespace

std::vector<UseCase> const& use_cases() {
    static auto const all = [] {
        auto made = of_the_operator(); // first: they go through all staff there is
        for (auto more : {of_administrators(), at_who_arrives(), of_staff(), of_users(),
                          of_arrivals(), of_visitors()})
            std::ranges::move(more, std::back_inserter(made));
        return made;
    }();
    return all;
}

} // namespace stage
