#pragma once
#include "support/world.h"

#include <algorithm>
#include <gtest/gtest.h>

/// The agency's staff, a form to enter, and what the journal says of it.
class Appointing : public testing::Test {
protected:
    using Field = world::Browser::Fields::value_type;

    world::World world;
    portal::Organisation const agency = world.add_organisation("dienst", "90000009", true);
    world::Browser registrar = staff("iris", {portal::StaffRole::registrar});
    world::Browser approver = staff("bart", {portal::StaffRole::approver});

    world::Browser staff(std::string_view id, std::vector<portal::StaffRole> roles,
                         std::function<void(portal::Account&)> const& shape = {}) {
        auto const account = world.add_account(id, agency, [&](portal::Account& made) {
            made.staff_roles = roles;
            made.person.email = std::string{id} + "@dienst.example";
            if (shape)
                shape(made);
        });
        return std::move(world::Browser{world}.signed_in_as(account.id));
    }

    static world::Browser::Fields form_of(std::string const& values = "99AB De Esdoorn",
                                          std::string const& kvk = "90000001") {
        return {{"organisatie", "Scholengroep lindenhof"},
                {"kvk", kvk},
                {"rsin", ""},
                {"sector", "vo"},
                {"kenmerken-instellingscode", values},
                {"ondertekenaar", "Drs. Bestuurder"},
                {"naam", "Sanne Aydin"},
                {"email", "s.aydin@lindenhof.example"},
                {"telefoon", "0612345678"},
                {"functie", "Beheerder"},
                {"taal", "nl"},
                {"beheerrol", "beheerder-vo"}};
    }
    static world::Browser::Fields with(world::Browser::Fields fields, std::string_view name,
                                       std::string const& value) {
        std::ranges::find(fields, name, &Field::first)->second = value;
        return fields;
    }

    /// The page that the registrar comes to.
    void enter(world::Browser::Fields const& fields) {
        registrar.get("/dienst/aanmeldingen/nieuw");
        registrar.post("/dienst/aanmeldingen/nieuw", fields);
    }
    /// The page of the case that was entered, with the scan of the form.
    std::string entered(world::Browser::Fields const& fields = form_of()) {
        enter(fields);
        auto const page = registrar.address().substr(0, registrar.address().find('?'));
        registrar.attach(page + "/formulier", world::scanned_form);
        return page;
    }

    std::vector<portal::journal::Link> journal(std::string_view kind) {
        auto all = world.archive->look(
            [](portal::Records& records) { return records.journal_after(0, 1000); });
        std::erase_if(all, [&](auto const& link) { return link.kind != kind; });
        return all;
    }
    std::int64_t waiting() {
        return world.archive
            ->look([](portal::Records& records) {
                return records.appointments({.state = portal::AppointmentState::waiting});
            })
            .total;
    }
};
