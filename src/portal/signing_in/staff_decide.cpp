#include "portal/signing_in/staff_decide.h"

namespace portal::signing_in {

namespace {

/// What the provider says counts, also over what the person changed here.
void take_person(StaffFile const& file, StaffDecision& made) {
    auto& person = made.account->person;
    std::vector<std::string> fields;
    if (person.name != file.arrival.name)
        fields.emplace_back("name");
    if (person.email != file.arrival.email)
        fields.emplace_back("email");
    person.name = file.arrival.name;
    person.email = file.arrival.email;
    if (!made.is_new && !fields.empty())
        made.facts.push_back(ContactChanged{.subject = subject_of(*made.account, file.agency),
                                            .fields = std::move(fields),
                                            .administrators = {}});
}

void take_roles(StaffFile const& file, StaffDecision& made) {
    auto& account = *made.account;
    auto const before = account.staff_roles;
    account.staff_roles = file.arrival.roles;
    auto const subject = subject_of(account, file.agency);
    if (made.is_new)
        made.facts.push_back(StaffAdmitted{.subject = subject, .roles = account.staff_roles});
    else if (before != account.staff_roles)
        made.facts.push_back(
            StaffRolesChanged{.subject = subject, .before = before, .after = account.staff_roles});
}

/// P3.5: from a session one comes back as the same account or not at all.
bool is_another(StaffFile const& file) {
    return file.goes_on_as && (!file.known || file.known->id != *file.goes_on_as);
}

} // namespace

std::string_view name_of(StaffRefusal refusal) {
    switch (refusal) {
    case StaffRefusal::no_role:
        return "no staff role";
    case StaffRefusal::account_ended:
        return "staff account ended";
    case StaffRefusal::another_person:
        return "another member of staff";
    }
    return "";
}

StaffDecision decide(StaffFile const& file, foundation::Instant now) {
    StaffDecision made{.account = file.known,
                       .is_new = !file.known,
                       .facts = {},
                       .verdict = StaffRefusal::no_role};
    if (file.agency.ended(now) || (file.known && file.known->ended(now))) {
        made.account.reset();
        made.verdict = StaffRefusal::account_ended;
        return made;
    }
    bool const without_role = file.arrival.roles.empty();
    if (without_role || is_another(file)) {
        if (made.account)
            take_roles(file, made);
        made.verdict = without_role ? StaffRefusal::no_role : StaffRefusal::another_person;
        return made;
    }
    if (made.is_new)
        made.account = file.fresh;
    take_person(file, made);
    take_roles(file, made);
    made.facts.push_back(StaffSignedIn{.subject = subject_of(*made.account, file.agency),
                                       .roles = made.account->staff_roles});
    made.verdict = SignedInAs{made.account->id};
    return made;
}

} // namespace portal::signing_in
