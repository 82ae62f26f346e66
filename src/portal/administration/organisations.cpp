#include "portal/administration/organisations.h"

#include "portal/administration/opened.h"

#include <algorithm>

namespace portal::administration {

namespace {

bool may_look(Desk const& desk, Standing const& standing, foundation::Instant now) {
    return may(standing, Action::see_organisations, {.organisation = standing.organisation.id},
               desk.catalogue, now) == Permission::allowed;
}

/// By their mail addresses: an organisation has few administrators among its thousands of users.
std::vector<Account> administrators(Records& records, OrganisationId const& id,
                                    foundation::Instant now) {
    std::vector<Account> found;
    for (auto const& one : records.administrators_of(id, now))
        for (auto& account : records.accounts(id, {.search = one.address}, now).rows) {
            bool const known = std::ranges::any_of(
                found, [&](Account const& other) { return other.id == account.id; });
            if (!known && account.is_administrator() && !account.ended(now) &&
                account.person.email == one.address)
                found.push_back(std::move(account));
        }
    return found;
}

std::string name_of(Records& records, AccountId const& id) {
    auto const account = records.account(id);
    return account ? account->person.name : std::string{};
}

} // namespace

std::expected<Listing<Organisation>, Refusal> organisations(Desk const& desk,
                                                            Standing const& standing,
                                                            std::string const& search, int page,
                                                            int per_page) {
    if (!may_look(desk, standing, desk.asked_at))
        return std::unexpected(Refusal::not_allowed);
    return desk.archive.look(
        [&](Records& records) { return records.organisations(search, page, per_page); });
}

std::expected<OrganisationFile, Refusal> organisation_file(Desk const& desk, Claim const& claim,
                                                           OrganisationId const& id) {
    return acted(desk, claim, [&](Change& change) -> std::expected<OrganisationFile, Refusal> {
        if (!may_look(desk, change.actor, change.now))
            return std::unexpected(Refusal::not_allowed);
        auto& records = change.records;
        auto organisation = records.organisation(id);
        if (!organisation)
            return std::unexpected(Refusal::not_found);
        auto people = administrators(records, id, change.now);
        std::vector<Fact> looks;
        for (auto const& account : people)
            if (account.id != change.actor.account.id)
                looks.push_back(AccountViewed{.subject = subject_of(account, *organisation)});
        change.keep(looks);
        OrganisationFile file{.organisation = std::move(*organisation), .administrators = {}};
        for (auto& account : people) {
            auto const mails = fates_of(records, account);
            file.administrators.push_back({.account = std::move(account), .mails = mails});
        }
        return file;
    });
}

std::expected<std::vector<Appointment>, Refusal>
appointments(Desk const& desk, Standing const& standing, AppointmentState state) {
    if (!may_look(desk, standing, desk.asked_at))
        return std::unexpected(Refusal::not_allowed);
    return desk.archive.look([&](Records& records) { return records.appointments(state); });
}

std::expected<AppointmentFile, Refusal> appointment_file(Desk const& desk, Claim const& claim,
                                                         AppointmentId const& id) {
    return acted(desk, claim, [&](Change& change) -> std::expected<AppointmentFile, Refusal> {
        if (!may_look(desk, change.actor, change.now))
            return std::unexpected(Refusal::not_allowed);
        auto& records = change.records;
        auto appointment = records.appointment_for_change(id);
        if (!appointment)
            return std::unexpected(Refusal::not_found);
        auto known = appointment->organisation ? records.organisation(*appointment->organisation)
                                               : records.organisation_with(appointment->kvk);
        if (known && known->is_agency)
            known.reset();
        AppointmentFile file{.appointment = std::move(*appointment),
                             .entered_by = {},
                             .decided_by = std::nullopt,
                             .known = std::move(known)};
        file.entered_by = name_of(records, file.appointment.entered_by);
        if (file.appointment.decided_by)
            file.decided_by = name_of(records, *file.appointment.decided_by);
        file.form = records.signed_form(id);
        if (file.form)
            file.form_attached_by = name_of(records, file.form->attached_by);
        return file;
    });
}

} // namespace portal::administration
