#include "system/support/scene.h"

#include "foundation/fault.h"

#include <atomic>

namespace stage {

using namespace portal;
namespace samples = storage::samples;

std::string draft_key(Scene const& scene) { return "key of " + scene.name; }

namespace {

Code drawn(std::uint64_t seed) {
    auto chance = foundation::SeededRandomness{seed};
    return Code::mint(chance);
}

std::uint64_t own(Scene const& scene, std::uint64_t from) {
    return from + static_cast<std::uint64_t>(scene.number);
}

} // namespace

Code address_code() { return drawn(99); }
Code strip_of(Scene const& scene) { return drawn(own(scene, 1'000'000'000)); }
Code code_of_arriving(Scene const& scene) { return drawn(own(scene, 2'000'000'000)); }

Username username_of_arriving(Scene const& scene) {
    return samples::username(static_cast<unsigned>(own(scene, 3'000'000'000)));
}

Identity means_of(Scene const& scene, AccountId const& account) {
    return {.pseudonym = account.text(), .kvk = scene.school.kvk_numbers.front()};
}

StaffIdentity staff_identity_of(AccountId const& account) {
    return {.issuer = "urn:agency", .subject = account.text()};
}

Scan a_scan() { return Scan::parse("%PDF-1.7\nx\n%%EOF\n", 1000).value(); }

Appointment appointment_of(Scene const& scene, std::string const& id, foundation::Instant at) {
    return {.id = AppointmentId::parse(id + '-' + scene.name).value(),
            .organisation = scene.school.id,
            .organisation_name = scene.school.name,
            .kvk = scene.school.kvk_numbers.front(),
            .rsin = std::nullopt,
            .sectors = {},
            .attributes = {},
            .signatory = "Carla",
            .person = {.name = "Dirk",
                       .email = id + scene.name + "@elders.example",
                       .phone = {},
                       .function = {}},
            .administrator_roles = {"administrator"},
            .entered_by = samples::account_id(),
            .entered_at = at,
            .decided_by = std::nullopt,
            .decided_at = std::nullopt,
            .reason = {},
            .account = std::nullopt};
}

namespace {

Account person_of(Scene const& scene, AccountId const& id, OrganisationId const& home) {
    static std::atomic<unsigned> number = 2'000'000;
    auto account = samples::account(id.text(), ++number);
    account.organisation = home;
    account.link = Link{.identity = means_of(scene, id), .linked_at = account.registered_at};
    return account;
}

Organisation agency_of(Records& records, foundation::Instant at) {
    if (auto known = records.agency())
        return *known;
    auto made = samples::organisation("agency");
    made.kvk_numbers = {samples::kvk("99999999")};
    made.is_agency = true;
    made.admitted_at = at;
    records.add(made);
    return made;
}

void add_users(Records& records, Vault const& vault, Scene const& scene) {
    for (auto const& [id, role] :
         {std::pair{scene.administrator, true}, {scene.colleague, true}, {scene.user, false}}) {
        auto made = person_of(scene, id, scene.school.id);
        made.link->linked_at = made.registered_at = scene.at;
        if (role) {
            made.administrator_roles = {"administrator"};
        } else {
            made.letter_made_at = scene.at;
            made.revocation_digest = vault.revocation_digest(strip_of(scene));
        }
        foundation::ensure(records.add(made));
    }
    auto candidate = person_of(scene, scene.candidate, scene.school.id);
    candidate.link.reset();
    candidate.registered_at = scene.at;
    candidate.administrator_roles = {"administrator"};
    foundation::ensure(records.add(candidate));
    for (auto const& id : {scene.newcomer, scene.arriving}) {
        auto made = person_of(scene, id, scene.school.id);
        made.link.reset();
        made.registered_at = scene.at;
        made.letter_made_at = scene.at;
        if (id == scene.newcomer) {
            made.attempts.blocked_until = scene.at + 24h;
        } else {
            made.username = username_of_arriving(scene);
            made.code =
                SentCode{.digest = vault.activation_digest(made.username, code_of_arriving(scene)),
                         .sent_at = scene.at};
        }
        foundation::ensure(records.add(made));
    }
}

void add_staff(Records& records, Scene const& scene) {
    auto const agency = agency_of(records, scene.at);
    for (auto const& [id, role] : {std::pair{scene.registrar, StaffRole::registrar},
                                   {scene.approver, StaffRole::approver}}) {
        auto made = person_of(scene, id, agency.id);
        made.link->identity.kvk = agency.kvk_numbers.front();
        made.link->linked_at = made.registered_at = scene.at;
        made.staff_roles = {role};
        foundation::ensure(records.add(made));
        records.add(staff_identity_of(id), id);
    }
}

void add_belongings(Records& records, Vault const& vault, Scene const& scene) {
    auto const at = scene.at;
    auto grant = samples::grant(scene.grant.text(), scene.user.text());
    grant.role = "reader";
    grant.attributes = {};
    grant.from = foundation::in_amsterdam(at - std::chrono::days{2}).date;
    grant.granted_by = scene.administrator;
    records.add(grant);
    records.save(forms::Draft{.account = scene.user,
                              .task = "contact",
                              .values = {},
                              .key = draft_key(scene),
                              .saved_at = at});
    records.save(PendingAddress{.account = scene.user,
                                .address = scene.name + "@nieuw.example",
                                .digest = vault.address_digest(scene.user.text(), address_code()),
                                .sent_at = at});
    for (auto const* id : {"with", "without"})
        records.add(appointment_of(scene, id, at));
    records.add(SignedForm{.appointment = scene.with_form,
                           .kind = ScanKind::pdf,
                           .size = a_scan().bytes().size(),
                           .digest = std::string(64, 'd'),
                           .attached_by = samples::account_id(),
                           .attached_at = at,
                           .erased_at = std::nullopt},
                a_scan());
    using namespace linking;
    records.save(
        means_of(scene, scene.arriving),
        agreed_to_terms(agreed_to_disclaimer(confirmed_having_both({}), policy, at), policy, at),
        {});
}

} // namespace

int next_number() {
    static std::atomic<int> number = 10'000'000;
    return ++number;
}

Scene scene_named(std::string const& name, int number, foundation::Instant at) {
    Scene scene{.name = name,
                .number = number,
                .at = at,
                .school = samples::organisation("school-" + name),
                .administrator = AccountId::parse("sanne-" + name).value(),
                .colleague = AccountId::parse("bart-" + name).value(),
                .user = AccountId::parse("nadia-" + name).value(),
                .newcomer = AccountId::parse("kim-" + name).value(),
                .candidate = AccountId::parse("olga-" + name).value(),
                .arriving = AccountId::parse("ravi-" + name).value(),
                .registrar = AccountId::parse("femke-" + name).value(),
                .approver = AccountId::parse("gijs-" + name).value(),
                .grant = GrantId::parse("grant-" + name).value(),
                .with_form = AppointmentId::parse("with-" + name).value(),
                .without_form = AppointmentId::parse("without-" + name).value()};
    scene.school.kvk_numbers = {samples::kvk(std::to_string(number))};
    return scene;
}

void keep(Records& records, Vault const& vault, Scene const& scene) {
    records.add(scene.school);
    add_users(records, vault, scene);
    add_staff(records, scene);
    add_belongings(records, vault, scene);
}

Scene make_scene(Archive& archive, Vault const& vault, std::string const& name,
                 foundation::Instant at) {
    auto scene = scene_named(name, next_number(), at);
    archive.change([&](Records& records) { keep(records, vault, scene); });
    return scene;
}

} // namespace stage
