#pragma once
#include "support/stronghold.h"

#include "foundation/text.h"
#include "web/router.h"

#include <gtest/gtest.h>

/// Every route there is, and every kind of visitor to go there.
namespace attack {

using http::Method;
using portal::Account;
using portal::StaffRole;

inline std::string replaced(std::string text, std::string const& from, std::string const& to) {
    for (auto at = from.empty() ? std::string::npos : text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// The pattern with these at its {}, as many as there are.
inline std::string filled(std::string_view pattern, std::vector<std::string> const& parts) {
    std::string path{pattern};
    for (auto const& part : parts)
        if (auto const at = path.find("{}"); at != std::string::npos)
            path.replace(at, 2, part);
    return path;
}

class Crowd : public testing::Test {
protected:
    Stronghold portal;
    portal::Organisation const agency = portal.world.add_organisation("dienst", "90000009", true);

    Account linked(std::string const& id, portal::Organisation const& organisation,
                   std::function<void(Account&)> const& change = {}) {
        return portal.world.add_account(id, organisation, [&](Account& account) {
            account.link = portal::Link{.identity = {.pseudonym = foundation::sha256_hex(id),
                                                     .kvk = organisation.kvk_numbers.front()},
                                        .linked_at = portal.world.now};
            account.letter_made_at = portal.world.now;
            if (change)
                change(account);
        });
    }
    Account const administrator = linked("beheerder", portal.school, [](Account& account) {
        account.administrator_roles = {"beheerder-vo"};
    });
    Account const staff = linked("medewerker", agency, [](Account& account) {
        account.staff_roles = {StaffRole::registrar, StaffRole::approver, StaffRole::helpdesk,
                               StaffRole::auditor};
    });
    Account const foreign = linked("vreemd-01", portal.neighbour);
    Account const waiting =
        portal.world.add_account("wachter-1", portal.neighbour, [this](Account& account) {
            account.letter_made_at = portal.world.now;
        });
    portal::GrantId const grant = portal::GrantId::parse("toekenning-vreemd").value();

    void SetUp() override {
        portal.world.archive->change([&](portal::Records& records) {
            records.add(portal::Grant{.id = grant,
                                      .account = foreign.id,
                                      .role = "melder",
                                      .attributes = {{"instellingscode", "99AA"}},
                                      .from = foundation::parse_iso_date("2026-11-01").value(),
                                      .until = std::nullopt,
                                      .reason = "werk",
                                      .granted_by = foreign.id,
                                      .granted_at = portal.world.now,
                                      .withdrawn_at = std::nullopt});
        });
    }

    /// A stranger, somebody without an account, a user, an administrator, one of the agency.
    std::vector<std::pair<std::string, Visitor>> everybody() {
        std::vector<std::pair<std::string, Visitor>> all;
        auto const come = [&](std::string name) -> Visitor& {
            return all.emplace_back(std::move(name), Visitor{portal}).second;
        };
        come("stranger");
        come("unlinked")
            .as({.pseudonym = std::string(64, 'f'), .kvk = portal.school.kvk_numbers.front()});
        come("user").as(portal.sanne);
        come("administrator").as(administrator);
        come("staff").as(staff);
        return all;
    }
    template<class Check>
    void at_every_route(Check check) {
        for (auto const room : web::rooms())
            for (auto const& route : room)
                check(route);
    }
    http::Response sent(Visitor& visitor, web::Route const& route, std::string const& path) {
        if (!route.file.empty())
            return visitor.send(in_parts(path, visitor.token()));
        return route.method == Method::post ? visitor.post(path) : visitor.get(path);
    }
    bool untouched(Account const& account) {
        return portal.world.account(account.id).version == account_version(account) &&
               portal.world.archive->look([&](portal::Records& records) {
                   return !records.grant(grant)->withdrawn_at.has_value();
               });
    }
    std::map<std::string, std::int64_t> versions;
    std::int64_t account_version(Account const& account) {
        return versions.try_emplace(account.id.text(), portal.world.account(account.id).version)
            .first->second;
    }
};

inline std::string said(Visitor& visitor, http::Response const& response, std::string const& id) {
    auto text = std::to_string(response.status) + ' ' + attack::header(response, "Location") +
                attack::without_incident(response);
    text = replaced(text, visitor.token(), "#");
    return replaced(replaced(text, id, "?"), foundation::url_encoded(id), "?");
}

} // namespace attack
