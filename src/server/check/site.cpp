#include "foundation/fault.h"
#include "foundation/loopback.h"
#include "server/check/points.h"
#include "storage/catalogue_files.h"

#include <sys/timex.h>

namespace server::check {

namespace {

void private_pages(Report& report, std::optional<Configuration::Server::Listener> const& listener) {
    constexpr auto subject = "private_listen";
    if (!listener)
        return report.warning(subject, "is empty: nobody can ask for /metrics");
    if (!foundation::is_loopback(listener->address))
        report.warning(subject, listener->address +
                                    " may be reached from other machines: see to it "
                                    "that only the operator's can");
    else
        report.ok(subject, "is for this machine alone");
}

} // namespace

void site(Report& report, Configuration const& configuration) {
    auto const& url = configuration.server.public_url;
    if (url.starts_with("https://"))
        report.ok("public_url", "https: browsers keep the portal's cookies, which are all Secure");
    else if (configuration.server.testing) // otherwise see server/demands.h
        report.warning("public_url", "http works on this machine only: elsewhere a browser drops "
                                     "the portal's cookies, which are all Secure");
    private_pages(report, configuration.server.private_listen);
}

void proxies(Report& report, Configuration const& configuration) {
    auto const& server = configuration.server;
    if (!server.proxies.empty())
        report.ok("proxies", "who they say a visitor is, is believed");
    else if (server.public_url.starts_with("https://"))
        report.warning("proxies", "there are none: nothing is limited by a visitor's address; "
                                  "name the proxy that ends TLS in [server] proxies");
}

void clock(Report& report) {
    timex state{};
    if (adjtimex(&state) == TIME_ERROR)
        report.warning("clock", "nothing keeps this machine's clock right: let a time service do "
                                "it; messages are refused from a minute's difference");
    else
        report.ok("clock", "is kept right by a time service");
}

void catalogue(Report& report, Configuration const& configuration) {
    auto const read = storage::read_catalogue(configuration.catalogue);
    auto const flaws = read.flaws();
    for (auto const& flaw : flaws)
        report.wrong("catalogue", flaw);
    if (flaws.empty())
        report.ok("catalogue", configuration.catalogue.string() + " fits together");
}

} // namespace server::check
