#pragma once
#include "support/world.h"

#include <gtest/gtest.h>

/// P2.1: the signed form as a PDF to fill in, and its scan with the case.
class SignedForm : public testing::Test {
protected:
    world::World world;
    portal::Organisation const agency = world.add_organisation("dienst", "90000009", true);
    world::Browser registrar = staff("iris", portal::StaffRole::registrar);
    world::Browser approver = staff("bart", portal::StaffRole::approver);
    std::string const page = entered();
    std::string const form = page + "/formulier";

    world::Browser staff(std::string_view id, portal::StaffRole role) {
        auto const account = world.add_account(
            id, agency, [&](portal::Account& made) { made.staff_roles = {role}; });
        return std::move(world::Browser{world}.signed_in_as(account.id));
    }

    std::string entered() {
        registrar.get("/dienst/aanmeldingen/nieuw");
        registrar.post("/dienst/aanmeldingen/nieuw", {{"organisatie", "Scholengroep Lindenhof"},
                                                      {"kvk", "90000001"},
                                                      {"rsin", ""},
                                                      {"sector", "vo"},
                                                      {"ondertekenaar", "Drs. Bestuurder"},
                                                      {"naam", "Sanne Aydin"},
                                                      {"email", "s.aydin@lindenhof.example"},
                                                      {"telefoon", "0612345678"},
                                                      {"functie", "Beheerder"},
                                                      {"taal", "nl"},
                                                      {"beheerrol", "beheerder-vo"}});
        return registrar.address().substr(0, registrar.address().find('?'));
    }

    std::string header(std::string_view name) {
        for (auto const& [key, value] : approver.page().headers)
            if (key == name)
                return value;
        return {};
    }

    std::string journal() {
        std::string all;
        for (auto const& link : world.archive->look(
                 [](portal::Records& records) { return records.journal_after(0, 1000); }))
            all += link.kind + '\n';
        return all;
    }
};
