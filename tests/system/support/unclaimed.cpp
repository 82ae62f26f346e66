#include "portal/administration/appointments.h"
#include "portal/forms/form.h"
#include "portal/linking/link.h"
#include "portal/overview/contact.h"
#include "portal/upkeep/expiries.h"
#include "portal/upkeep/migration.h"
#include "portal/upkeep/nightly.h"
#include "portal/upkeep/undelivered.h"
#include "system/support/use_cases.h"

namespace stage {

using namespace portal;
using enum Thing;

namespace {

using Done = bool (*)(Desk const&, Claim const&, Scene const&);

bool links(Desk const& desk, Claim const& claim, Scene const& scene) {
    auto const result =
        linking::link_means(desk.archive, desk.vault, desk.policy, claim,
                            username_of_arriving(scene), code_of_arriving(scene), desk.asked_at);
    return std::holds_alternative<linking::Linked>(result.verdict);
}

UseCase goes_on(char const* name, std::string const& function, Done done,
                std::vector<Left> leaves) {
    return {.act = {name, &Scene::arriving, done},
            .function = function,
            .changes = {steps},
            .leaves = std::move(leaves),
            .comes = Comes::unclaimed};
}

/// A use of the user's own that needs no session (docs/decisions/0141).
UseCase of_the_account(char const* name, std::string const& function, Thing thing, Done done) {
    return {.act = {name, &Scene::user, done},
            .function = function,
            .changes = {thing},
            .comes = Comes::unclaimed};
}

forms::Typed typed_in(Scene const& scene) {
    return {.values = {{"remark", "again"}}, .key = draft_key(scene), .begins = true};
}

std::vector<UseCase> of_linking() {
    return {
        {.act = {"links the means", &Scene::arriving, links},
         .function = "linking/link.h link_means",
         .changes = {arriving, steps},
         .leaves = {{"linked", Times::once}, {"linking attempt failed", Times::each_at_most}},
         .comes = Comes::to_link},
        {.act = {"asks for a code", &Scene::arriving,
                 [](Desk const& desk, Claim const&, Scene const& scene) {
                     return linking::request_code(desk.archive, means_of(scene, scene.arriving),
                                                  username_of_arriving(scene), desk.policy,
                                                  desk.asked_at);
                 }},
         .function = "linking/link.h request_code",
         .changes = {arriving},
         .leaves = {{"code requested", Times::once_at_most}},
         .comes = Comes::unclaimed},
        goes_on("confirms having both", "linking/link.h confirm_having_both",
                [](Desk const& desk, Claim const&, Scene const& scene) {
                    linking::confirm_having_both(desk.archive, desk.policy,
                                                 means_of(scene, scene.arriving));
                    return true;
                },
                {}),
        goes_on("agrees to the disclaimer", "linking/link.h agree_to_disclaimer",
                [](Desk const& desk, Claim const&, Scene const& scene) {
                    linking::agree_to_disclaimer(desk.archive, desk.policy,
                                                 means_of(scene, scene.arriving), desk.asked_at);
                    return true;
                },
                {{"agreement given", Times::each_at_most}}),
        goes_on("agrees to the terms", "linking/link.h agree_to_terms",
                [](Desk const& desk, Claim const&, Scene const& scene) {
                    linking::agree_to_terms(desk.archive, desk.policy,
                                            means_of(scene, scene.arriving), desk.asked_at);
                    return true;
                },
                {{"agreement given", Times::each_at_most}}),
    };
}

std::vector<UseCase> of_accounts() {
    return {
        {.act = {"redeems the strip of the letter", &Scene::user,
                 [](Desk const& desk, Claim const&, Scene const& scene) {
                     administration::unlink_with_revocation_code(desk.archive, desk.vault,
                                                                 strip_of(scene), desk.asked_at);
                     return true;
                 }},
         .function = "administration/users.h unlink_with_revocation_code",
         .changes = {user, sessions},
         .leaves = {{"unlinked", Times::each_at_most}},
         .comes = Comes::unclaimed},
        of_the_account("sees which address was asked for", "overview/contact.h pending_address",
                       address,
                       [](Desk const& desk, Claim const&, Scene const& scene) {
                           pending_address(desk.archive, scene.user);
                           return true;
                       }),
        of_the_account("opens a form", "forms/form.h draft_of", draft,
                       [](Desk const& desk, Claim const&, Scene const& scene) {
                           forms::draft_of(desk, scene.user, "contact");
                           return true;
                       }),
        of_the_account("fills in a form", "forms/form.h keep_typed", draft,
                       [](Desk const& desk, Claim const&, Scene const& scene) {
                           static_cast<void>(
                               forms::keep_typed(desk, scene.user, "contact", typed_in(scene)));
                           return true;
                       }),
        of_the_account("throws a form away", "forms/form.h forget_draft", draft,
                       [](Desk const& desk, Claim const&, Scene const& scene) {
                           forms::forget_draft(desk.archive, scene.user, "contact");
                           return true;
                       }),
    };
}

/// One account with its link, as an earlier system gives it.
std::string row_of(Scene const& scene) {
    auto const before = foundation::rfc3339(std::chrono::floor<std::chrono::seconds>(scene.at) -
                                            std::chrono::days{30});
    return "username,kvk,organisation,pseudonym,linked_at,last_login_at,name,email,roles\n," +
           scene.school.kvk_numbers.front().text() + ",Stichting De Brug," + std::string(64, '0') +
           '@' + std::string(32, '1') + ',' + before + ',' + before + ",M. de Vries,m-" +
           scene.name + "@school.example,\n";
}

/// The user's link was not used for longer than it may be.
void has_lapsed(Records& records, Scene const& scene) {
    auto user = records.account_for_change(scene.user).value();
    user.link->linked_at = foundation::months_later(scene.at, -19);
    records.save(user);
}

UseCase night_falls() {
    return {
        .act = {"night falls", &Scene::user,
                [](Desk const& desk, Claim const&, Scene const&) {
                    return upkeep::nightly(desk.archive, desk.policy, desk.asked_at).failed.empty();
                }},
        .function = "upkeep/nightly.h nightly",
        .changes = {user, sessions},
        .leaves = {{"link lapsed", Times::once_at_most}},
        .comes = Comes::unclaimed,
        .sets = has_lapsed};
}

/// A mail to the user will never arrive, and nobody was told yet.
void gives_up_a_mail(Node& node, Scene const& scene) {
    auto mail = storage::samples::post(scene.name + "-gone@school.example");
    mail.account = scene.user;
    mail.mail.kind = MailKind::linking_attempts_failed;
    mail.useless_after.reset();
    node.archive().change([&](Records& records) { records.queue(mail, scene.at); });
    auto due = node.outbox().take_due(scene.at, 1000, MailClass::notice);
    std::erase_if(due.mails, [&](WaitingMail const& waiting) {
        bool const meant = waiting.mail.address == mail.mail.address;
        if (meant)
            node.outbox().give_up(waiting.id, MailFailure::unwanted, "550", scene.at);
        return meant;
    });
    node.outbox().give_back(due.mails);
}

UseCase tells_of_mail() {
    return {.act = {"the courier tells of a mail that did not arrive", &Scene::user,
                    [](Desk const& desk, Claim const&, Scene const&) {
                        return upkeep::tell_of_undelivered(desk.archive, desk.asked_at).empty();
                    }},
            .function = "upkeep/undelivered.h tell_of_undelivered",
            .changes = {mail},
            .rests_on = {user},
            .leaves = {{"mail undelivered", Times::once_at_most}},
            .comes = Comes::unclaimed,
            .sets_post = gives_up_a_mail};
}

UseCase warns_of_expiry() {
    return {.act = {"is warned of a certificate that runs out", &Scene::registrar,
                    [](Desk const& desk, Claim const&, Scene const& scene) {
                        std::vector const running_out{
                            keys::Expiry{.holding = keys::Holding::signing,
                                         .mark = "of " + scene.name,
                                         .from = std::nullopt,
                                         .until = scene.at + std::chrono::days{20}}};
                        upkeep::warn_of_expiries(desk.archive, running_out, desk.asked_at);
                        return true;
                    }},
            .function = "upkeep/expiries.h warn_of_expiries",
            .changes = {expiry},
            .rests_on = {registrar},
            .leaves = {{"warned of expiry", Times::once_at_most}},
            .comes = Comes::unclaimed};
}

UseCase invites() {
    return {.act = {"the operator invites staff", &Scene::registrar,
                    [](Desk const& desk, Claim const&, Scene const& scene) {
                        administration::invite_staff(
                            desk,
                            {.person = {.name = "Hanna",
                                        .email = "hanna-" + scene.name + "@agency.example",
                                        .phone = {},
                                        .function = {}},
                             .roles = {StaffRole::helpdesk},
                             .agency_name = "DUO",
                             .agency_kvk = storage::samples::kvk("99999999")},
                            {});
                        return true;
                    }},
            .function = "administration/appointments.h invite_staff",
            .changes = {agency},
            .leaves = {{"staff invited"}, {"letter made"}, {"code sent"}},
            .comes = Comes::unclaimed};
}

} // namespace

std::vector<UseCase> of_visitors() {
    auto made = of_linking();
    for (auto& more : of_accounts())
        made.push_back(std::move(more));
    return made;
}

std::vector<UseCase> of_the_operator() {
    return {
        warns_of_expiry(),
        invites(),
        {.act = {"the server admits the agency", &Scene::registrar,
                 [](Desk const& desk, Claim const&, Scene const&) {
                     administration::admit_agency(desk, "DUO", storage::samples::kvk("99999999"));
                     return true;
                 }},
         .function = "administration/appointments.h admit_agency",
         .changes = {agency},
         .comes = Comes::unclaimed},
        {.act = {"the operator takes links over", &Scene::user,
                 [](Desk const& desk, Claim const&, Scene const& scene) {
                     return upkeep::migrate_links(desk.archive, desk.vault, desk.catalogue,
                                                  row_of(scene), false, desk.asked_at)
                         .bad_rows.empty();
                 }},
         .function = "upkeep/migration.h migrate_links",
         .changes = {school},
         .leaves = {{"account migrated"}},
         .comes = Comes::unclaimed},
        night_falls(),
        tells_of_mail(),
    };
}

} // namespace stage
