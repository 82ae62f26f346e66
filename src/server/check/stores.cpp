#include "delivery/mail_transport.h"
#include "foundation/fault.h"
#include "server/check/points.h"
#include "server/post_office.h"
#include "storage/archive.h"
#include "storage/migrate.h"
#include "storage/own_key.h"
#include "storage/values.h"

#include <fmt/format.h>
#include <unistd.h>

namespace server::check {

using namespace std::chrono_literals;
using storage::driver::DatabaseAddress;

namespace {

/// One mail that cannot be read keeps no other from leaving, so nobody would notice it.
void outbox(Report& report, Configuration const& configuration, storage::driver::Database& opened) {
    constexpr int named = 10;
    auto const box = storage::make_outbox(opened, configuration.server.master_key,
                                          configuration.mail.bulk_per_minute);
    auto const count = box->backlog(clock_now()).unreadable;
    if (count > 0)
        report.warning("outbox",
                       fmt::format("{} waiting mails cannot be read (a kind of a newer version, "
                                   "another key, or damage): {}",
                                   count, fmt::join(box->unreadable(named), ", ")));
}

void master_key(Report& report, Configuration const& configuration,
                storage::driver::Database& opened) {
    auto looking = storage::driver::Transaction{opened, storage::driver::Access::reading};
    switch (storage::verdict_on(configuration.server.master_key, looking)) {
    case storage::KeyVerdict::own:
        report.ok("master key", "is the one that the database was made with");
        break;
    case storage::KeyVerdict::unproven:
        report.ok("master key", "becomes the database's at the first start");
        break;
    case storage::KeyVerdict::foreign:
        report.wrong("master key", storage::foreign_key_told);
        break;
    }
}

/// P8.11: nobody gives a value away any more, but some were before.
void values(Report& report, storage::driver::Database& opened) {
    constexpr int named = 10;
    auto looking = storage::driver::Transaction{opened, storage::driver::Access::reading};
    if (auto const shared = storage::shared_values(looking, named); !shared.empty())
        report.warning("values",
                       fmt::format("more than one organisation holds {}: find out whose each is",
                                   fmt::join(shared, ", ")));
}

} // namespace

void database(Report& report, Configuration const& configuration) {
    auto const address = DatabaseAddress::parse(configuration.database.url);
    if (!address) {
        report.wrong("database", "[database] url must be sqlite:PATH or postgresql://…");
        return;
    }
    bool const is_file =
        address->dialect() == storage::driver::Dialect::sqlite && !address->in_memory();
    if (is_file && !std::filesystem::exists(address->location().reveal())) {
        report.warning("database",
                       address->printable() + " is not there yet: mijnduo migrate makes it");
        return;
    }
    storage::driver::Database opened{*address, 2};
    if (!opened.reachable()) {
        report.wrong("database", address->printable() + " does not answer: is it running, and are "
                                                        "user and password right?");
        return;
    }
    auto const missing = storage::missing_migrations(opened);
    if (missing.empty()) {
        report.ok("database", address->printable() + " answers and is up to date");
        master_key(report, configuration, opened);
        outbox(report, configuration, opened);
        values(report, opened);
        foundation::SystemRandomness chance;
        auto const archive = storage::make_archive(opened, configuration.server.master_key, chance,
                                                   storage::Moments::database);
        production(report, demands::of_archive(configuration, *archive));
    } else {
        report.warning("database",
                       fmt::format("{} answers and misses {}: mijnduo migrate, or the next start",
                                   address->printable(), fmt::join(missing, ", ")));
    }
}

void mail(Report& report, Configuration const& configuration) {
    auto settings = mail_transport(configuration.mail);
    if (settings.kind == "file") {
        if (access(settings.folder.c_str(), W_OK | X_OK) == 0)
            report.ok("mail", "goes into " + settings.folder.string());
        else
            report.wrong("mail", "this user cannot write into " + settings.folder.string());
        return;
    }
    settings.smtp.at_most = 10s;
    auto const& from = configuration.mail.from;
    auto const trouble = delivery::Smtp{settings.smtp}.knock(from);
    if (trouble.empty())
        report.ok("mail", settings.smtp.url + " answers and greets " + from);
    else
        report.wrong("mail", fmt::format("{} takes no mail: {}", settings.smtp.url, trouble));
}

} // namespace server::check
