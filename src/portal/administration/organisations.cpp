#include "portal/administration/organisations.h"

#include "portal/administration/appointee.h"
#include "portal/administration/looks.h"
#include "portal/administration/opened.h"
#include "portal/administration/reach.h"

#include <algorithm>

namespace portal::administration {

namespace {

bool may_do(Desk const& desk, Standing const& standing, Action action, foundation::Instant now) {
    return may(standing, action, {.organisation = standing.organisation.id}, desk.catalogue, now) ==
           Permission::allowed;
}

std::string name_of(std::vector<Account> const& staff, AccountId const& id) {
    auto const found = std::ranges::find(staff, id, &Account::id);
    return found == staff.end() ? std::string{} : found->person.name;
}

} // namespace

std::expected<Listing<Organisation>, Refusal> organisations(Desk const& desk,
                                                            Standing const& standing,
                                                            std::string const& search, int page,
                                                            int per_page) {
    if (!may_do(desk, standing, Action::see_organisations, desk.asked_at))
        return std::unexpected(Refusal::not_allowed);
    return desk.archive.look(
        [&](Records& records) { return records.organisations(search, page, per_page); });
}

std::expected<OrganisationFile, Refusal> organisation_file(Desk const& desk, Claim const& claim,
                                                           OrganisationId const& id) {
    return acted(desk, claim, [&](Change& change) -> std::expected<OrganisationFile, Refusal> {
        if (!may_do(desk, change.actor, Action::see_organisations, change.now))
            return std::unexpected(Refusal::not_allowed);
        auto& records = change.records;
        auto organisation = records.organisation(id);
        if (!organisation)
            return std::unexpected(Refusal::not_found);
        OrganisationFile file{.organisation = *std::move(organisation), .administrators = {}};
        file.shows_administrators =
            may_do(desk, change.actor, Action::see_administrators, change.now);
        if (!file.shows_administrators)
            return file;
        auto people = records.administrators_in(id, change.now);
        std::vector<OnPage> shown;
        shown.reserve(people.size());
        for (auto const& account : people)
            shown.push_back({.account = account, .organisation = file.organisation});
        keep_looks(change, "organisation", shown);
        for (auto& account : people) {
            auto const mails = fates_of(records, account);
            file.administrators.push_back({.account = std::move(account), .mails = mails});
        }
        return file;
    });
}

std::expected<Listing<Appointment>, Refusal> appointments(Desk const& desk, Claim const& claim,
                                                          AppointmentQuery const& query) {
    return acted(desk, claim, [&](Change& change) -> std::expected<Listing<Appointment>, Refusal> {
        if (!may_do(desk, change.actor, Action::see_appointments, change.now))
            return std::unexpected(Refusal::not_allowed);
        auto found = change.records.appointments(within_reach(change.actor, query));
        std::vector<std::string> shown;
        shown.reserve(found.rows.size());
        for (auto const& one : found.rows)
            shown.push_back(one.id.text());
        if (auto fresh = newly_seen(change, "appointments", shown); !fresh.empty())
            change.keep({PeopleListed{
                .list = "appointments", .organisation = {}, .shown = std::move(fresh)}});
        return found;
    });
}

namespace {

void note_looks(Change& change, AppointmentFile const& file) {
    auto const& appointment = file.appointment;
    auto const page = "appointment " + appointment.id.text();
    if (!newly_seen(change, page, {"appointee"}).empty())
        change.keep({AppointmentViewed{.appointment = appointment.id,
                                       .name = appointment.person.name,
                                       .account = appointment.account}});
    std::vector<OnPage> compared;
    compared.reserve(file.known.people.size());
    for (auto const& account : file.known.people)
        compared.push_back({.account = account, .organisation = *file.known.organisation});
    keep_looks(change, page, compared);
}

} // namespace

std::expected<AppointmentFile, Refusal> appointment_file(Desk const& desk, Claim const& claim,
                                                         AppointmentId const& id) {
    return acted(desk, claim, [&](Change& change) -> std::expected<AppointmentFile, Refusal> {
        if (!may_do(desk, change.actor, Action::see_appointments, change.now))
            return std::unexpected(Refusal::not_allowed);
        auto& records = change.records;
        auto appointment = records.appointment_for_change(id);
        if (!appointment || !reaches(change.actor, *appointment))
            return std::unexpected(Refusal::not_found);
        AppointmentFile file{
            .appointment = *std::move(appointment), .entered_by = {}, .decided_by = std::nullopt};
        file.form = records.signed_form(id);
        auto const& one = file.appointment;
        auto const staff =
            staff_behind(records, change.actor.account,
                         {one.entered_by, one.decided_by,
                          file.form ? std::optional{file.form->attached_by} : std::nullopt});
        file.entered_by = name_of(staff, one.entered_by);
        if (one.decided_by)
            file.decided_by = name_of(staff, *one.decided_by);
        if (file.form)
            file.form_attached_by = name_of(staff, file.form->attached_by);
        if (one.state == AppointmentState::waiting) {
            file.known = known_about(records, one, change.now);
            file.of_staff_themselves = is_appointee(records, one.person, staff);
        }
        note_looks(change, file);
        return file;
    });
}

} // namespace portal::administration
