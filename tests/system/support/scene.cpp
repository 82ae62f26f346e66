#include "system/support/scene.h"

#include "foundation/fault.h"

#include <atomic>

namespace stage {

using namespace portal;
namespace samples = storage::samples;

std::string draft_key(Scene const& scene) { return "key of " + scene.name; }

Code address_code() {
    auto chance = foundation::SeededRandomness{99};
    return Code::mint(chance);
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
    account.link =
        Link{.identity = {.pseudonym = id.text(), .kvk = scene.school.kvk_numbers.front()},
             .linked_at = account.registered_at};
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

void add_people(Records& records, Scene const& scene, Organisation const& agency,
                foundation::Instant at) {
    for (auto const& [id, role] :
         {std::pair{scene.administrator, true}, {scene.colleague, true}, {scene.user, false}}) {
        auto made = person_of(scene, id, scene.school.id);
        made.link->linked_at = made.registered_at = at;
        if (role)
            made.administrator_roles = {"administrator"};
        else
            made.letter_made_at = at;
        foundation::ensure(records.add(made));
    }
    auto newcomer = person_of(scene, scene.newcomer, scene.school.id);
    newcomer.link.reset();
    newcomer.registered_at = at;
    newcomer.letter_made_at = at;
    newcomer.attempts.blocked_until = at + 24h;
    foundation::ensure(records.add(newcomer));
    auto candidate = person_of(scene, scene.candidate, scene.school.id);
    candidate.link.reset();
    candidate.registered_at = at;
    candidate.administrator_roles = {"administrator"};
    foundation::ensure(records.add(candidate));
    for (auto const& [id, role] : {std::pair{scene.registrar, StaffRole::registrar},
                                   {scene.approver, StaffRole::approver}}) {
        auto made = person_of(scene, id, agency.id);
        made.link->identity.kvk = agency.kvk_numbers.front();
        made.link->linked_at = made.registered_at = at;
        made.staff_roles = {role};
        foundation::ensure(records.add(made));
    }
}

void add_belongings(Records& records, Vault const& vault, Scene const& scene,
                    foundation::Instant at) {
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
}

} // namespace

Scene make_scene(Archive& archive, Vault const& vault, std::string const& name,
                 foundation::Instant at) {
    static std::atomic<int> number = 10'000'000;
    Scene scene{.name = name,
                .school = samples::organisation("school-" + name),
                .administrator = AccountId::parse("sanne-" + name).value(),
                .colleague = AccountId::parse("bart-" + name).value(),
                .user = AccountId::parse("nadia-" + name).value(),
                .newcomer = AccountId::parse("kim-" + name).value(),
                .candidate = AccountId::parse("olga-" + name).value(),
                .registrar = AccountId::parse("femke-" + name).value(),
                .approver = AccountId::parse("gijs-" + name).value(),
                .grant = GrantId::parse("grant-" + name).value(),
                .with_form = AppointmentId::parse("with-" + name).value(),
                .without_form = AppointmentId::parse("without-" + name).value()};
    scene.school.kvk_numbers = {samples::kvk(std::to_string(++number))};
    archive.change([&](Records& records) {
        auto const agency = agency_of(records, at);
        records.add(scene.school);
        add_people(records, scene, agency, at);
        add_belongings(records, vault, scene, at);
    });
    return scene;
}

} // namespace stage
