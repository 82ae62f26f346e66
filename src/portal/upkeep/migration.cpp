#include "portal/upkeep/migration.h"

#include "portal/upkeep/migration_rows.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace portal::upkeep {

using foundation::Instant;

namespace {

/// Thrown to roll the transaction back: nothing is kept, but the report is whole.
struct NothingKept {};

class Migration {
public:
    Migration(Records& records, Vault const& vault, Catalogue const& catalogue,
              MigrationReport& report, Instant now)
        : records_(records)
        , vault_(vault)
        , catalogue_(catalogue)
        , report_(report)
        , now_(now) {}

    void take_over(GivenAccount const& given) {
        auto& home = organisation_for(given);
        name_difference(home, given);
        if (!own_attributes(home, given))
            return;
        auto const identity = Identity{.pseudonym = given.pseudonym.text(), .kvk = given.kvk};
        if (!identities_.insert({home.organisation.id.text(), identity}).second ||
            linked_already(home.organisation.id, identity)) {
            bad(given, "this pseudonym is linked in this organisation already");
            return;
        }
        Account account{.id = AccountId::mint(vault_.randomness),
                        .organisation = home.organisation.id,
                        .username = given.named.value_or(Username::mint(vault_.randomness)),
                        .person = {.name = given.name.text(),
                                   .email = given.email.text(),
                                   .phone = {},
                                   .function = {},
                                   .language = Language::dutch},
                        .registered_at = now_,
                        .link = Link{.identity = identity,
                                     .linked_at = given.linked_at,
                                     .level = AssuranceLevel::loa3,
                                     .last_sign_in_at = given.last_login_at}};
        while (!records_.add(account)) {
            if (given.named) {
                bad(given, "this username exists already");
                return;
            }
            account.username = Username::mint(vault_.randomness);
        }
        for (auto const& role : given.roles)
            grant(account, role);
        records_.keep(
            {AccountMigrated{.subject = subject_of(account, home.organisation), .linked = true}},
            {.account = {}, .otherwise = "migration"});
        ++report_.accounts;
        ++report_.links;
    }

    /// Attributes that came with the roles are the organisation's from now on.
    void finish() {
        for (auto& [id, home] : homes_) {
            if (home.made.empty())
                continue;
            records_.save(home.organisation);
            records_.keep({OrganisationExtended{.organisation = home.organisation.id,
                                                .sectors = {},
                                                .values = home.made}},
                          {.account = {}, .otherwise = "migration"});
        }
    }

private:
    struct Home {
        Organisation organisation;
        bool was_there = true;
        std::vector<OwnedAttribute> made{};
        std::set<std::string> other_names{};
    };

    void bad(GivenAccount const& given, std::string what) {
        report_.bad_rows.push_back({.line = given.line, .complaint = std::move(what)});
    }

    static std::string called(Home const& home, GivenAccount const& given) {
        return fmt::format("{} (KVK {})", home.organisation.name, given.kvk.text());
    }

    /// An organisation keeps its name, whatever the file calls it.
    void name_difference(Home& home, GivenAccount const& given) {
        if (given.organisation != home.organisation.name &&
            home.other_names.insert(given.organisation).second)
            report_.named.push_back(fmt::format("{} keeps its name; line {} calls it {}",
                                                called(home, given), given.line,
                                                given.organisation));
    }

    bool linked_already(OrganisationId const& id, Identity const& identity) {
        // In an organisation that came in with this file nobody was linked before.
        auto const& home = homes_.at(id);
        if (!home.was_there)
            return false;
        return std::ranges::any_of(records_.accounts_linked_to(identity),
                                   [&](Account const& other) { return other.organisation == id; });
    }

    Home& organisation_for(GivenAccount const& given) {
        if (auto const found = numbers_.find(given.kvk); found != numbers_.end())
            return homes_.at(found->second);
        auto known = records_.organisation_with(given.kvk);
        bool const was_there = known.has_value();
        if (!known) {
            known = Organisation{.id = OrganisationId::mint(vault_.randomness),
                                 .name = given.organisation,
                                 .kvk_numbers = {given.kvk},
                                 .rsin = std::nullopt,
                                 .sectors = {},
                                 .attributes = {},
                                 .is_agency = false,
                                 .admitted_at = now_,
                                 .ended_at = std::nullopt};
            records_.add(*known);
            records_.keep({OrganisationAdmitted{.organisation = known->id,
                                                .name = known->name,
                                                .kvk = given.kvk.text()}},
                          {.account = {}, .otherwise = "migration"});
            ++report_.organisations;
            report_.named.push_back(
                fmt::format("{} (KVK {}) is admitted", known->name, given.kvk.text()));
        }
        numbers_.emplace(given.kvk, known->id);
        // By another of its numbers it may be there already: with what it got since.
        return homes_.try_emplace(known->id, Home{.organisation = *known, .was_there = was_there})
            .first->second;
    }

    /// P8.11: a value that belongs to nobody becomes the organisation's. Whether there was none of
    /// another one.
    bool own_attributes(Home& home, GivenAccount const& given) {
        for (auto const& role : given.roles) {
            auto const* type = attribute_type_of(role);
            if (!type || home.organisation.owns(*type, role.attribute))
                continue;
            OwnedAttribute const value{
                .type = *type, .value = role.attribute, .label = role.attribute};
            if (auto const holder = holder_of(value, home.organisation.id)) {
                bad(given, fmt::format("{} {} belongs to another organisation: {}", value.type,
                                       value.value, *holder));
                return false;
            }
            home.organisation.attributes.push_back(value);
            home.made.push_back(value);
            made_.emplace(std::pair{value.type, value.value}, home.organisation.id);
            report_.named.push_back(fmt::format("{} {} becomes a value of {}", value.type,
                                                value.value, called(home, given)));
        }
        return true;
    }

    /// Of an organisation that is known, or that gets the value from this file.
    std::optional<std::string> holder_of(OwnedAttribute const& value, OrganisationId const& but) {
        if (auto const found = made_.find({value.type, value.value}); found != made_.end())
            return homes_.at(found->second).organisation.name;
        auto const held = records_.held_elsewhere({value}, but);
        return held.empty() ? std::nullopt : std::optional{held.front().holder_name};
    }

    std::string const* attribute_type_of(GivenRole const& role) const {
        auto const& types = catalogue_.role(role.code)->attribute_types;
        return types.empty() ? nullptr : &types.front();
    }

    void grant(Account const& account, GivenRole const& role) {
        Grant grant{.id = GrantId::mint(vault_.randomness),
                    .account = account.id,
                    .role = role.code,
                    .attributes = {},
                    .from = foundation::in_amsterdam(now_).date,
                    .until = std::nullopt,
                    .reason = "migration",
                    .granted_by = account.id,
                    .granted_at = now_,
                    .withdrawn_at = std::nullopt};
        if (auto const* type = attribute_type_of(role))
            grant.attributes.emplace(*type, role.attribute);
        records_.add(grant);
    }

    Records& records_;
    Vault const& vault_;
    Catalogue const& catalogue_;
    MigrationReport& report_;
    Instant now_;
    std::map<OrganisationId, Home> homes_;
    std::map<KvkNumber, OrganisationId> numbers_;
    std::map<std::pair<std::string, std::string>, OrganisationId> made_; ///< type and value
    std::set<std::pair<std::string, Identity>> identities_;
};

} // namespace

MigrationReport migrate_links(Archive& archive, Vault const& vault, Catalogue const& catalogue,
                              std::string_view csv, bool dry_run, Instant asked_at) {
    MigrationReport readable;
    auto const given = given_accounts(csv, catalogue, asked_at, readable.bad_rows);
    MigrationReport report;
    try {
        archive.change(asked_at, [&](Records& records) {
            report = readable; // the work may run more than once
            Migration migration{records, vault, catalogue, report, records.moment()};
            for (auto const& account : given)
                migration.take_over(account);
            migration.finish();
            if (dry_run || !report.bad_rows.empty())
                throw NothingKept{};
        });
    } catch (NothingKept const&) {
    }
    std::ranges::stable_sort(report.bad_rows, {}, &BadRow::line);
    return report;
}

} // namespace portal::upkeep
