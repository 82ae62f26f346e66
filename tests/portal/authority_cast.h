#pragma once
#include "portal/administration/authority.h"
#include "support/cast.h"

/// Who acts and on whom, in the tests of authority.
namespace cast::desk {

inline foundation::Instant const today = at("2026-11-23T12:00:00Z");

inline portal::Catalogue catalogue() {
    portal::Catalogue catalogue;
    catalogue.attribute_types = {{"instellingscode", {"Instellingscode", "Institution"}, "99AA"}};
    catalogue.tasks.resize(2);
    catalogue.tasks[0].code = "verzuim-melden";
    catalogue.tasks[1].code = "rapporten";
    catalogue.roles = {{.code = "melder",
                        .name = {},
                        .explanation = {},
                        .attribute_types = {"instellingscode"},
                        .tasks = {"verzuim-melden"},
                        .sectors = {}},
                       {.code = "lezer",
                        .name = {},
                        .explanation = {},
                        .attribute_types = {},
                        .tasks = {"rapporten"},
                        .sectors = {}},
                       {.code = "geheim",
                        .name = {},
                        .explanation = {},
                        .attribute_types = {},
                        .tasks = {"rapporten", "verzuim-melden"},
                        .sectors = {}}};
    catalogue.administrator_roles = {{.code = "beheerder-vo",
                                      .name = {},
                                      .explanation = {},
                                      .hands_out = {"melder", "lezer"},
                                      .sectors = {}},
                                     {.code = "nooit-zelf",
                                      .name = {},
                                      .explanation = {},
                                      .hands_out = {"lezer", "geheim"},
                                      .excludes_user_roles = true,
                                      .sectors = {}}};
    return catalogue;
}

inline portal::Organisation school() {
    auto organisation = lindenhof();
    organisation.attributes = {{"instellingscode", "99AA", "Hoofdlocatie"}};
    return organisation;
}

inline portal::Organisation other_school() {
    auto organisation = school();
    organisation.id = organisation_id("berkenveld");
    return organisation;
}

inline portal::Organisation agency() {
    auto organisation = lindenhof();
    organisation.id = organisation_id("dienst");
    organisation.is_agency = true;
    return organisation;
}

inline portal::Account person(std::string_view id, portal::Organisation const& organisation) {
    auto account = nadia();
    account.id = account_id(id);
    account.organisation = organisation.id;
    return account;
}

inline portal::Account administrator(std::string_view id, portal::Organisation const& organisation,
                                     std::vector<std::string> roles = {"beheerder-vo"}) {
    auto account = person(id, organisation);
    account.administrator_roles = std::move(roles);
    return account;
}

inline portal::Account staff(std::string_view id, std::vector<portal::StaffRole> roles) {
    auto account = person(id, agency());
    account.staff_roles = std::move(roles);
    return account;
}

inline portal::Account ended(portal::Account account) {
    account.ended_at = today;
    return account;
}

} // namespace cast::desk
