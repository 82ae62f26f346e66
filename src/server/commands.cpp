#include "server/commands.h"

#include "delivery/letter_pdf.h"
#include "foundation/fault.h"
#include "portal/identity/mail_address.h"
#include "portal/identity/person_name.h"
#include "portal/upkeep/expiries.h"
#include "portal/upkeep/migration.h"
#include "portal/upkeep/nightly.h"
#include "server/agency_login.h"
#include "server/broker_setup.h"
#include "server/housekeeping.h"
#include "server/night_watch.h"
#include "storage/moment.h"
#include "storage/nights.h"

#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>

namespace server {

using foundation::Fault;

namespace {

void say(std::string const& line) { std::puts(line.c_str()); }

portal::StaffRole staff_role(std::string const& name) {
    if (auto const role = staff_role_named(name))
        return *role;
    throw Fault("there is no staff role '" + name +
                "': registrar, approver, helpdesk, auditor, catalogue-editor, communications or "
                "security-officer");
}

void write_private_file(std::filesystem::path const& path, std::string const& content) {
    std::ofstream out{path, std::ios::binary};
    std::filesystem::permissions(path, std::filesystem::perms::owner_read |
                                           std::filesystem::perms::owner_write);
    out << content;
    if (!out.flush())
        throw Fault("cannot write " + path.string());
}

foundation::Instant moment_of(House& house) {
    return storage::driver::retrying(
        house.database, storage::driver::Access::reading,
        [](storage::driver::Transaction& asking) { return storage::database_clock(asking); });
}

/// So that no server does it once more.
void keep_night(House& house, portal::upkeep::Night night) {
    storage::driver::retrying(house.database, [&](storage::driver::Transaction& transaction) {
        night.ended_at = storage::database_clock(transaction);
        storage::keep_night(transaction, night);
    });
}

} // namespace

int migrate(House& house, bool new_master_key) {
    auto const applied =
        house.migrate(clock_now(), new_master_key ? House::Key::new_one : House::Key::own);
    for (auto const& name : applied)
        say("applied " + name);
    say(applied.empty() ? "The database is up to date." : "The database is up to date now.");
    return 0;
}

int nightly(House& house, std::optional<std::string> const& at) {
    auto const as_if = at ? foundation::parse_rfc3339(*at) : std::nullopt;
    if (at && !as_if)
        throw Fault("--at must be an instant such as 2026-11-23T03:00:00Z");
    house.migrate(clock_now());
    auto const asked_at = moment_of(house);
    auto const now = as_if.value_or(asked_at);
    auto const report =
        portal::upkeep::nightly(*house.archive, house.policy, asked_at, [] { return true; }, as_if);
    say(fmt::format("{} links undone, {} users warned, {} registrations reported, {} signed "
                    "forms erased",
                    report.lapsed, report.warned, report.never_linked, report.forms_erased));
    for (auto const& id : report.unreadable)
        say(fmt::format("account {} cannot be read and is left out", id));
    for (auto const& part : report.failed)
        say("a part did not come to its end: " + part);
    // Last: a broker that cannot be used any more must not keep the rest from being done.
    auto const broker = broker_in_use(house, clock_now(), [](std::string_view) {}).broker;
    auto const expiring =
        portal::upkeep::warn_of_expiries(*house.archive, broker->condition(now).expiries, now);
    say(fmt::format("{} mails about certificates that run out", expiring));
    if (!at && report.failed.empty())
        keep_night(house, counted({.date = portal::upkeep::night_owed(now), .began_at = now},
                                  report, expiring));
    return report.unreadable.empty() && report.failed.empty() ? 0 : 1;
}

int print_metadata(House& house, bool for_staff) {
    auto const now = clock_now();
    if (for_staff) {
        auto const provider = agency_provider_of(house.configuration, now, [](std::string_view) {});
        if (!provider)
            throw Fault("the configuration has no [agency_login]");
        say(provider->metadata(house.randomness));
        return 0;
    }
    auto const broker = broker_of(house.configuration, now, [](std::string_view) {});
    say(broker->metadata(house.randomness, now));
    return 0;
}

int print_service_catalogue(Configuration const& configuration) {
    auto const now = clock_now();
    foundation::SystemRandomness randomness;
    say(saml::make_service_catalogue(own_settings(configuration),
                                     service_description(configuration, now), randomness, now));
    return 0;
}

int verify_journal(House& house) {
    house.refuse_foreign_key();
    constexpr int at_once = 1000;
    std::int64_t number = 0;
    std::string hash;
    for (;;) {
        auto const links = house.archive->look(
            [&](portal::Records& records) { return records.journal_after(number, at_once); });
        for (auto const& link : links) {
            if (!portal::journal::follows(link, number, hash)) {
                say(fmt::format("The journal is broken at entry {}.", number + 1));
                return 1;
            }
            number = link.number;
            hash = link.hash;
        }
        if (links.size() < at_once)
            break;
    }
    say(fmt::format("{} entries, unbroken. Last hash {}", number, hash.empty() ? "-" : hash));
    return 0;
}

int refusal(House& house, std::string const& code) {
    house.refuse_foreign_key();
    auto const told = refusals_told(*house.archive, code);
    if (!told) {
        say("No refused sign-in is kept under this code. The newest 5,000 of each kind are kept; "
            "the "
            "code of another page stands in the log only.");
        return 1;
    }
    say(*told);
    return 0;
}

int invite_staff(House& house, StaffMember const& member) {
    if (house.configuration.agency_login)
        throw Fault("staff sign in at the agency's identity provider ([agency_login]): give the "
                    "person a role there; the account is made at the first sign-in");
    auto const address = portal::MailAddress::parse(member.email);
    if (!address)
        throw Fault("--email must be one mail address, with plain letters before the '@'");
    auto const name = portal::PersonName::parse(member.name);
    if (!name)
        throw Fault("--name must be a person's name of at most 100 characters: letters, spaces, "
                    "apostrophes, hyphens and full stops");
    portal::administration::InviteStaff command{
        .person = {.name = name->text(),
                   .email = address->text(),
                   .phone = {},
                   .function = {},
                   .language =
                       member.english ? portal::Language::english : portal::Language::dutch},
        .roles = {},
        .agency_name = house.configuration.agency.name,
        .agency_kvk = house.configuration.agency.kvk};
    for (auto const& role : member.roles)
        command.roles.push_back(staff_role(role));
    delivery::LetterPdf press;
    for (auto const& printed : {name->text(), house.configuration.agency.name})
        if (auto const missing = press.unprintable(printed); !missing.empty())
            throw Fault(fmt::format("the letter cannot print these characters of \"{}\": {}. Write "
                                    "the name in the Latin alphabet; nothing was kept.",
                                    printed, fmt::join(missing, ", ")));
    auto const now = clock_now();
    house.migrate(now);
    auto const invitation =
        portal::administration::invite_staff(house.desk(now), command, house.letter_places());
    write_private_file(member.letter, press.print(invitation.letter));
    say(fmt::format("{} is invited. The letter with the username is {}; hand it over in person.\n"
                    "The activation code goes to {} and is valid for 24 hours.",
                    name->text(), member.letter.string(), address->text()));
    return 0;
}

int migrate_links(House& house, std::filesystem::path const& csv, bool dry_run) {
    auto const now = clock_now();
    house.migrate(now);
    auto const report = portal::upkeep::migrate_links(*house.archive, house.vault, house.catalogue,
                                                      content_of(csv), dry_run, now);
    for (auto const& sentence : report.named)
        say(sentence);
    for (auto const& bad : report.bad_rows)
        say(fmt::format("line {}: {}", bad.line, bad.complaint));
    if (!report.bad_rows.empty()) {
        say(fmt::format("{} complaints; nothing was kept.", report.bad_rows.size()));
        return 1;
    }
    say(fmt::format("{} accounts with {} links, {} organisations admitted{}", report.accounts,
                    report.links, report.organisations,
                    dry_run ? "; this was a dry run, nothing was kept." : "."));
    return 0;
}

} // namespace server
