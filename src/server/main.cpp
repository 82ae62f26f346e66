#include "foundation/fault.h"
#include "server/check/check.h"
#include "server/closed_memory.h"
#include "server/commands.h"
#include "server/serve.h"
#include "server/version.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace {

using server::House;

struct Arguments {
    std::string configuration = "mijnduo.toml";
    std::optional<std::string> at;
    server::StaffMember staff;
    std::string csv;
    bool dry_run = false;
    bool for_staff = false;
    bool new_master_key = false;
    std::string code;
    std::string people;
    std::function<int()> before_the_house; ///< a command that opens no database
};

/// Each command sets what is to be done; exactly one is given.
using Command = std::function<int(House&)>;

void operator_commands(CLI::App& app, Arguments& given, Command& chosen) {
    app.add_subcommand("serve", "Serve the portal until Ctrl-C or SIGTERM")->callback([&] {
        chosen = [](House& house) { return server::serve(house); };
    });
    auto* migrate = app.add_subcommand("migrate", "Bring the database up to this program");
    migrate->add_flag("--new-master-key", given.new_master_key,
                      "The configured master key is the database's from now on; what the former "
                      "one sealed is lost");
    migrate->callback([&] {
        chosen = [&](House& house) { return server::migrate(house, given.new_master_key); };
    });
    auto* nightly = app.add_subcommand("nightly", "Undo dormant links, warn, sweep");
    nightly->add_option("--at", given.at, "As if it were this instant (RFC 3339)");
    nightly->callback(
        [&] { chosen = [&](House& house) { return server::nightly(house, given.at); }; });
    auto* metadata =
        app.add_subcommand("metadata", "Print this service provider's signed metadata");
    metadata->add_flag("--staff", given.for_staff, "For the identity provider of the agency");
    metadata->callback([&] {
        chosen = [&](House& house) { return server::print_metadata(house, given.for_staff); };
    });
    app.add_subcommand("service-catalogue", "Print this service for the scheme's catalogue, signed")
        ->callback([&] {
            given.before_the_house = [&] {
                return server::print_service_catalogue(
                    server::read_configuration(given.configuration));
            };
        });
    app.add_subcommand("check", "Say what is wrong with the configuration")->callback([&] {
        given.before_the_house = [&] { return server::check::check(given.configuration); };
    });
    auto* refusal = app.add_subcommand("refusal", "What is known of a refused sign-in");
    refusal->add_option("code", given.code, "The incident code on the page")->required();
    refusal->callback(
        [&] { chosen = [&](House& house) { return server::refusal(house, given.code); }; });
    auto* journal = app.add_subcommand("journal", "The journal");
    journal->require_subcommand(1);
    journal->add_subcommand("verify", "Check the chain; names the first broken entry")
        ->callback([&] { chosen = [](House& house) { return server::verify_journal(house); }; });
}

void people_commands(CLI::App& app, Arguments& given, Command& chosen) {
    auto* demo = app.add_subcommand("demo", "Make the demo cast (once)");
    demo->add_option("--people", given.people, "What `mijnduo-broker people --json` wrote")
        ->required();
    demo->callback(
        [&] { chosen = [&](House& house) { return server::demo(house, given.people); }; });
    auto* staff = app.add_subcommand("staff", "The agency's own staff");
    staff->require_subcommand(1);
    auto* invite = staff->add_subcommand("invite", "Invite a member of staff: letter and code");
    invite->add_option("--name", given.staff.name)->required();
    invite->add_option("--email", given.staff.email)->required();
    invite->add_option("--role", given.staff.roles, "registrar, approver, helpdesk, auditor, …")
        ->required();
    invite->add_option("--letter", given.staff.letter, "PDF file to write")->required();
    invite->add_flag("--english", given.staff.english, "Letter and mail in English");
    invite->callback(
        [&] { chosen = [&](House& house) { return server::invite_staff(house, given.staff); }; });
    auto* links = app.add_subcommand("migrate-links", "Take over accounts with their links (CSV)");
    links->add_option("file", given.csv, "UTF-8 CSV; see docs/operating.md")->required();
    links->add_flag("--dry-run", given.dry_run, "Check only; keep nothing");
    links->callback([&] {
        chosen = [&](House& house) {
            return server::migrate_links(house, given.csv, given.dry_run);
        };
    });
}

} // namespace

int main(int argc, char** argv) {
    server::close_memory(); // before the first key is read, whatever the command
    CLI::App app{"Mijn DUO: the secure portal for the exchange of data"};
    Arguments given;
    Command chosen;
    app.set_version_flag("--version", server::version());
    app.add_option("--config", given.configuration, "TOML file; see docs/operating.md");
    app.require_subcommand(1);
    app.fallthrough();
    operator_commands(app, given, chosen);
    people_commands(app, given, chosen);
    CLI11_PARSE(app, argc, argv);
    try {
        if (given.before_the_house)
            return given.before_the_house();
        House house{server::read_configuration(given.configuration), !given.csv.empty()};
        return chosen(house);
    } catch (std::exception const& problem) {
        std::fprintf(stderr, "mijnduo: %s\n", problem.what());
        return 1;
    }
}
