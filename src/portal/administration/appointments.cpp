#include "portal/administration/appointments.h"

#include "foundation/text.h"
#include "portal/administration/appointee.h"
#include "portal/administration/differences.h"
#include "portal/administration/opened.h"

#include <algorithm>

namespace portal::administration {

namespace {

Permission permission_for(Desk const& desk, Change const& change, Action action,
                          std::optional<AccountId> const& entered_by = std::nullopt,
                          std::optional<AccountId> const& attached_by = std::nullopt) {
    return may(change.actor, action,
               {.organisation = change.actor.organisation.id,
                .entered_by = entered_by,
                .attached_by = attached_by},
               desk.catalogue, change.now);
}

/// P8.11: what stands in the way of an appointment, whoever may enter or decide. Read in the turn
/// to write, so that no other appointment takes the same value meanwhile.
std::optional<NotAppointed> objection(Records& records, Appointment const& appointment,
                                      std::vector<Account> const& staff) {
    if (is_appointee(records, appointment.person, staff))
        return NotAppointed{.why = Refusal::own_appointment};
    auto values = held_by_others(records, appointment, joined_by(records, appointment));
    if (!values.empty())
        return NotAppointed{.why = Refusal::value_elsewhere, .values = std::move(values)};
    return std::nullopt;
}

/// What the signed form adds to an organisation that is there already; nothing is taken away.
OrganisationExtended added_to(Organisation& organisation, Appointment const& appointment) {
    OrganisationExtended added{.organisation = organisation.id, .sectors = {}, .values = {}};
    for (auto const& sector : appointment.sectors)
        if (std::ranges::find(organisation.sectors, sector) == organisation.sectors.end()) {
            organisation.sectors.push_back(sector);
            added.sectors.push_back(sector);
        }
    for (auto const& attribute : appointment.attributes)
        if (!organisation.owns(attribute.type, attribute.value)) {
            organisation.attributes.push_back(attribute);
            added.values.push_back(attribute);
        }
    return added;
}

Organisation admitted(Change& change, Desk const& desk, Appointment const& appointment,
                      std::vector<Fact>& facts) {
    Organisation const fresh{.id = OrganisationId::mint(desk.vault.randomness),
                             .name = appointment.organisation_name,
                             .kvk_numbers = {appointment.kvk},
                             .rsin = appointment.rsin,
                             .sectors = appointment.sectors,
                             .attributes = appointment.attributes,
                             .is_agency = false,
                             .admitted_at = change.now,
                             .ended_at = std::nullopt};
    change.records.add(fresh);
    facts.push_back(OrganisationAdmitted{
        .organisation = fresh.id, .name = fresh.name, .kvk = appointment.kvk.text()});
    facts.push_back(OrganisationExtended{
        .organisation = fresh.id, .sectors = fresh.sectors, .values = fresh.attributes});
    return fresh;
}

Organisation organisation_for(Change& change, Desk const& desk, Appointment const& appointment,
                              std::vector<Fact>& facts) {
    auto known = joined_by(change.records, appointment);
    if (!known)
        return admitted(change, desk, appointment, facts);
    auto added = added_to(*known, appointment);
    if (!added.sectors.empty() || !added.values.empty()) {
        change.records.save(*known);
        facts.push_back(std::move(added));
    }
    return *known;
}

/// The appointment, when this actor may decide on it and nobody has yet.
std::expected<Appointment, Refusal> undecided(Change& change, Desk const& desk,
                                              AppointmentId const& id) {
    auto appointment = change.records.appointment_for_change(id);
    if (!appointment)
        return std::unexpected(Refusal::not_found);
    auto const form = change.records.signed_form(id);
    if (permission_for(desk, change, Action::decide_appointment, appointment->entered_by,
                       form ? std::optional{form->attached_by} : std::nullopt) !=
        Permission::allowed)
        return std::unexpected(Refusal::not_allowed);
    if (appointment->state != AppointmentState::waiting)
        return std::unexpected(Refusal::already_decided);
    appointment->decided_by = change.actor.account.id;
    appointment->decided_at = change.now;
    return *appointment;
}

/// All that was filled in: another form on the same page is another appointment.
std::string act_of(Appointment const& entered) {
    auto act = "enter\n" + entered.organisation_name + '\n' + entered.kvk.text() + '\n' +
               entered.rsin.value_or("") + '\n' + entered.signatory + '\n' + entered.person.name +
               '\n' + entered.person.email + '\n' + entered.person.phone + '\n' +
               entered.person.function +
               (entered.person.language == Language::dutch ? "\nnl" : "\nen");
    for (auto const& sector : entered.sectors)
        act.append("\nsector ").append(sector);
    for (auto const& role : entered.administrator_roles)
        act.append("\nrole ").append(role);
    for (auto const& [type, value, label] : entered.attributes)
        act.append("\n").append(type).append("=").append(value).append(" ").append(label);
    return act;
}

} // namespace

std::expected<AppointmentId, NotAppointed> enter_appointment(Desk const& desk, Claim const& claim,
                                                             Appointment appointment) {
    using Entered = std::expected<AppointmentId, NotAppointed>;
    return acted(desk, claim, [&](Change& change) -> Entered {
        if (permission_for(desk, change, Action::enter_appointment) != Permission::allowed)
            return std::unexpected(NotAppointed{.why = Refusal::not_allowed});
        auto const act = act_of(appointment);
        if (auto const before = change.given_before(act))
            return AppointmentId::parse(*before).value();
        if (auto why = objection(change.records, appointment, {change.actor.account}))
            return std::unexpected(*std::move(why));
        appointment.id = AppointmentId::mint(desk.vault.randomness);
        appointment.entered_by = change.actor.account.id;
        appointment.entered_at = change.now;
        appointment.state = AppointmentState::waiting;
        change.records.add(appointment);
        change.keep({AppointmentEntered{.appointment = appointment.id,
                                        .organisation_name = appointment.organisation_name}});
        change.note_given(act, appointment.id.text());
        return appointment.id;
    });
}

std::expected<AccountId, NotAppointed> approve_appointment(Desk const& desk, Claim const& claim,
                                                           AppointmentId const& id) {
    using Approved = std::expected<AccountId, NotAppointed>;
    return acted(desk, claim, [&](Change& change) -> Approved {
        auto& records = change.records;
        auto const act = "approve " + id.text();
        if (auto const before = change.given_before(act))
            return AccountId::parse(*before).value();
        auto appointment = undecided(change, desk, id);
        if (!appointment)
            return std::unexpected(NotAppointed{.why = appointment.error()});
        auto const form = records.signed_form(id);
        if (!form || !form->is_kept())
            return std::unexpected(NotAppointed{.why = Refusal::no_signed_form});
        auto const staff = staff_behind(records, change.actor.account,
                                        {appointment->entered_by, form->attached_by});
        if (auto why = objection(records, *appointment, staff))
            return std::unexpected(*std::move(why));
        auto const joined = joined_by(records, *appointment);
        if (joined && records.address_taken(joined->id, appointment->person.email, std::nullopt))
            return std::unexpected(NotAppointed{.why = Refusal::address_taken});
        // P2.17: the appointee is mailed, and each approval is another account with his address.
        if (records.too_often({to_mailbox(desk, appointment->person.email)}, change.now))
            return std::unexpected(NotAppointed{.why = Refusal::address_had_many});
        std::vector<Fact> facts;
        auto const organisation = organisation_for(change, desk, *appointment, facts);
        auto const account = added(records, desk.vault,
                                   {.id = AccountId::mint(desk.vault.randomness),
                                    .organisation = organisation.id,
                                    .username = Username::mint(desk.vault.randomness),
                                    .person = appointment->person,
                                    .administrator_roles = appointment->administrator_roles,
                                    .registered_by = change.actor.account.id,
                                    .registered_at = change.now});
        facts.push_back(
            AdministratorAppointed{.subject = subject_of(account, organisation),
                                   .administrator_roles = appointment->administrator_roles});
        appointment->state = AppointmentState::approved;
        appointment->organisation = organisation.id;
        appointment->account = account.id;
        records.save(*appointment);
        change.keep(facts);
        change.note_given(act, account.id.text());
        return account.id;
    });
}

std::expected<void, Refusal> decline_appointment(Desk const& desk, Claim const& claim,
                                                 AppointmentId const& id,
                                                 std::string const& reason) {
    return acted(desk, claim, [&](Change& change) -> std::expected<void, Refusal> {
        auto const act = "decline " + id.text();
        if (change.given_before(act))
            return {};
        auto appointment = undecided(change, desk, id);
        if (!appointment)
            return std::unexpected(appointment.error());
        change.note_given(act, {});
        appointment->state = AppointmentState::declined;
        appointment->reason = reason;
        change.records.save(*appointment);
        change.keep({AppointmentDeclined{.appointment = id, .reason = reason}});
        return {};
    });
}

namespace {

/// Who may run the program's commands is the machine's to say: there is no session to weigh.
journal::Doer by_operator() { return {.account = {}, .otherwise = "operator"}; }

Organisation agency_for(Records& records, Desk const& desk, std::string const& name,
                        KvkNumber const& kvk, std::vector<Fact>& facts) {
    if (auto known = records.agency())
        return *known;
    Organisation const agency{.id = OrganisationId::mint(desk.vault.randomness),
                              .name = name,
                              .kvk_numbers = {kvk},
                              .rsin = std::nullopt,
                              .sectors = {},
                              .attributes = {},
                              .is_agency = true,
                              .admitted_at = records.moment(),
                              .ended_at = std::nullopt};
    records.add(agency);
    facts.push_back(
        OrganisationAdmitted{.organisation = agency.id, .name = agency.name, .kvk = kvk.text()});
    return agency;
}

} // namespace

void admit_agency(Desk const& desk, std::string const& name, KvkNumber const& kvk) {
    desk.archive.change(desk.asked_at, [&](Records& records) {
        std::vector<Fact> facts;
        agency_for(records, desk, name, kvk, facts);
        records.keep(facts, by_operator());
    });
}

Invitation invite_staff(Desk const& desk, InviteStaff const& command, LetterMaking const& places) {
    return desk.archive.change(desk.asked_at, [&](Records& records) -> Invitation {
        std::vector<Fact> facts;
        auto const agency =
            agency_for(records, desk, command.agency_name, command.agency_kvk, facts);
        auto const now = records.moment();
        auto account = added(records, desk.vault,
                             {.id = AccountId::mint(desk.vault.randomness),
                              .organisation = agency.id,
                              .username = Username::mint(desk.vault.randomness),
                              .person = command.person,
                              .staff_roles = command.roles,
                              .registered_at = now,
                              .letter_serial = foundation::upper_ascii(
                                  foundation::random_hex(desk.vault.randomness, 4)),
                              .letter_made_at = now});
        auto const code = Code::mint(desk.vault.randomness);
        auto const revocation = Code::mint(desk.vault.randomness);
        account.code = SentCode{.digest = desk.vault.activation_digest(account.username, code),
                                .sent_at = now};
        account.code_last_sent_at = now;
        account.revocation_digest = desk.vault.revocation_digest(revocation);
        records.save(account);
        auto const subject = subject_of(account, agency);
        facts.push_back(StaffInvited{.subject = subject, .roles = command.roles});
        facts.push_back(LetterMade{
            .subject = subject, .serial = account.letter_serial, .made_by = agency.name});
        facts.push_back(CodeSent{.subject = subject,
                                 .code = foundation::Secret<std::string>{code.grouped()},
                                 .expires_at = now + desk.policy.code_lasts});
        records.keep(facts, by_operator());
        Letter letter{.language = account.person.language,
                      .to_competent_authority = false,
                      .serial = account.letter_serial,
                      .date = foundation::in_amsterdam(now).date,
                      .name = account.person.name,
                      .organisation = agency.name,
                      .administrator = agency.name,
                      .username = account.username.grouped(),
                      .revocation_code = revocation.grouped(),
                      .sign_in_address = places.sign_in_address,
                      .revocation_address = places.revocation_address};
        return {.account = std::move(account), .letter = std::move(letter)};
    });
}

} // namespace portal::administration
