#include "server/check/check.h"

#include "foundation/fault.h"
#include "server/check/points.h"
#include "server/house.h"

#include <cstdio>
#include <functional>

namespace server::check {

namespace {

/// Whatever happens in one matter is a line of the report and no end of it.
void look(Report& report, std::string_view subject, std::function<void()> const& at) {
    try {
        at();
    } catch (std::exception const& problem) {
        report.wrong(subject, problem.what());
    }
}

} // namespace

Report examined(std::filesystem::path const& path, foundation::Instant now) {
    Report report;
    std::optional<DraftConfiguration> draft;
    look(report, "configuration", [&] { draft = draft_configuration(path); });
    if (!draft)
        return report;
    for (auto const& complaint : draft->complaints)
        report.wrong("configuration", complaint);
    if (draft->complaints.empty())
        report.ok("configuration", path.string() + " can be read");
    auto const& given = draft->configuration;
    look(report, "files", [&] { files(report, given); });
    look(report, "keys", [&] { keys(report, given, now); });
    look(report, "names", [&] { names(report, given); });
    look(report, "public_url", [&] { site(report, given); });
    look(report, "proxies", [&] { proxies(report, given); });
    look(report, "production", [&] { production(report, demands::of_configuration(given)); });
    look(report, "clock", [&] { clock(report); });
    look(report, "catalogue", [&] { catalogue(report, given); });
    look(report, "database", [&] { database(report, given); });
    look(report, "mail", [&] { mail(report, given); });
    look(report, "broker", [&] { broker(report, given, now); });
    look(report, "staff provider", [&] { staff(report, given, now); });
    return report;
}

int check(std::filesystem::path const& configuration) {
    auto const report = examined(configuration, clock_now());
    std::fputs(report.text().c_str(), stdout);
    return report.count(Finding::wrong) == 0 ? 0 : 1;
}

} // namespace server::check
