#include "portal/administration/differences.h"

#include "portal/identity/mail_address.h"

#include <algorithm>

namespace portal::administration {

std::optional<Organisation> joined_by(Records& records, Appointment const& appointment) {
    auto known = appointment.organisation ? records.organisation(*appointment.organisation)
                                          : records.organisation_with(appointment.kvk);
    if (known && known->is_agency)
        known.reset();
    return known;
}

std::vector<HeldValue> held_by_others(Records& records, Appointment const& appointment,
                                      std::optional<Organisation> const& joined) {
    std::vector<OwnedAttribute> wanted;
    for (auto const& value : appointment.attributes)
        if (!joined || !joined->owns(value.type, value.value))
            wanted.push_back(value);
    return records.held_elsewhere(wanted, joined ? std::optional{joined->id} : std::nullopt);
}

Known known_about(Records& records, Appointment const& appointment, foundation::Instant now) {
    Known known{.organisation = joined_by(records, appointment)};
    known.elsewhere = held_by_others(records, appointment, known.organisation);
    if (!known.organisation)
        return known;
    for (auto const& account : records.administrators_in(known.organisation->id, now))
        known.administrator_roles.insert(known.administrator_roles.end(),
                                         account.administrator_roles.begin(),
                                         account.administrator_roles.end());
    known.people = records.people_like(known.organisation->id, appointment.person);
    return known;
}

namespace {

Compared compared_text(std::string const& given, std::string const& known) {
    if (given == known)
        return {};
    return {.mark = known.empty() ? Mark::added : Mark::differs, .known = known};
}

std::vector<Compared> compared_codes(std::vector<std::string> const& given,
                                     std::vector<std::string> const& known) {
    std::vector<Compared> all;
    all.reserve(given.size());
    for (auto const& code : given)
        all.push_back(
            {.mark = std::ranges::find(known, code) == known.end() ? Mark::added : Mark::there});
    return all;
}

Compared compared_value(OwnedAttribute const& given, Known const& known) {
    auto const same = [&](OwnedAttribute const& one) {
        return one.type == given.type && one.value == given.value;
    };
    if (known.organisation)
        for (auto const& owned : known.organisation->attributes)
            if (same(owned))
                return compared_text(given.label, owned.label);
    for (auto const& held : known.elsewhere)
        if (same(held.value))
            return {.mark = Mark::held_elsewhere, .known = held.holder_name};
    return {.mark = Mark::added};
}

PersonCompared compared_person(Appointment const& appointment, Account const& account) {
    auto const& given = appointment.person;
    auto const& known = account.person;
    bool const one_mailbox = compared(given.email) == compared(known.email);
    return {.account = account,
            .name = compared_text(given.name, known.name),
            .address = one_mailbox ? Compared{} : compared_text(given.email, known.email),
            .phone = compared_text(given.phone, known.phone),
            .function = compared_text(given.function, known.function),
            .roles = compared_codes(appointment.administrator_roles, account.administrator_roles)};
}

} // namespace

Differences differences(Appointment const& appointment, Known const& known) {
    auto const& home = known.organisation;
    auto const none = std::vector<std::string>{};
    Differences found{
        .name = compared_text(appointment.organisation_name, home ? home->name : std::string{}),
        .rsin = appointment.rsin
                    ? compared_text(*appointment.rsin, home ? home->rsin.value_or("") : "")
                    : Compared{},
        .sectors = compared_codes(appointment.sectors, home ? home->sectors : none),
        .roles = compared_codes(appointment.administrator_roles, known.administrator_roles)};
    for (auto const& value : appointment.attributes)
        found.values.push_back(compared_value(value, known));
    for (auto const& account : known.people)
        found.people.push_back(compared_person(appointment, account));
    return found;
}

} // namespace portal::administration
