#include "server/serve.h"

#include "delivery/appointment_form.h"
#include "delivery/letter_pdf.h"
#include "server/agency_login.h"
#include "server/broker_setup.h"
#include "server/demands.h"
#include "server/ending.h"
#include "server/housekeeping.h"
#include "server/listeners.h"
#include "server/log.h"
#include "server/metadata_watch.h"
#include "server/night_watch.h"
#include "server/post_office.h"
#include "storage/nights.h"

#include <algorithm>
#include <csignal>
#include <iterator>
#include <malloc.h>
#include <stop_token>
#include <thread>

namespace server {

namespace {

/// What a request needed the next one needs too: given back to the system each time and asked for
/// anew it costs a login 3 % (pages that must be cleared and mapped again). Another 3 % is what
/// sweeping up the small pieces costs that are put by for their like, at each larger one.
void keep_memory() {
    constexpr int bytes_of_each_arena = 4 * 1024 * 1024;
    mallopt(M_TRIM_THRESHOLD, bytes_of_each_arena);
    mallopt(M_MXFAST, 0);
}

/// P3.10: what people who are not signed in may have signed. A token takes some 10 ms for each:
/// this leaves it more than half of its time, for the messages to the broker; a file's key is as
/// fast as the processors. 40 a second are 144,000 logins an hour.
portal::Allowance::Rate signatures_for_strangers(Configuration const& configuration) {
    if (!configuration.eherkenning.signing_token.empty())
        return {.each_second = 40, .at_once = 120};
    auto const processors = static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
    return {.each_second = 500 * processors, .at_once = 5000};
}

/// What must hold before anybody is let in, in an installation for real visitors.
void meet_demands(House& house, saml::KnownBroker const& broker, foundation::Instant now) {
    auto const& configuration = house.configuration;
    auto unmet = demands::of_provider(configuration, "broker", *broker.current());
    auto const add = [&](demands::List more) {
        std::ranges::move(more, std::back_inserter(unmet));
    };
    add(demands::of_archive(configuration, *house.archive));
    if (configuration.agency_login)
        add(demands::of_provider(configuration, "staff provider",
                                 staff_provider_metadata(*configuration.agency_login, now)));
    demands::meet(unmet);
}

} // namespace

int serve(House& house) {
    Ending const ending{log_line};
    keep_memory();
    std::signal(SIGPIPE, SIG_IGN); // a peer that hangs up is an error of that call, not our end
    demands::meet(demands::of_configuration(house.configuration)); // before anything is changed
    auto const now = clock_now();
    for (auto const& name : house.migrate(now))
        log_line("migrated " + name);
    auto in_use = broker_in_use(house, now, log_line);
    auto const& broker = in_use.broker;
    auto const agency_provider = agency_provider_of(house.configuration, now, log_line);
    meet_demands(house, *in_use.known, now);
    if (agency_provider)
        portal::administration::admit_agency(house.desk(now), house.configuration.agency.name,
                                             house.configuration.agency.kvk);
    delivery::LetterPdf press;
    web::operations::Figures figures;
    web::signing_in::Doorstep doorstep{signatures_for_strangers(house.configuration)};
    web::Site const site{
        .archive = *house.archive,
        .outbox = *house.outbox,
        .broker = *broker,
        .agency_provider = agency_provider.get(),
        .letter_press = press,
        .catalogue = house.catalogue,
        .policy = house.policy,
        .vault = house.vault,
        .settings = {.public_url = house.configuration.server.public_url,
                     .is_test_installation = house.configuration.server.testing,
                     .proxies = house.configuration.server.proxies},
        .clock = clock_now,
        .log = log_line,
        .figures = figures,
        .doorstep = doorstep,
        .last_night = [&house] { return storage::last_night(house.database); },
        .appointment_forms = {
            .dutch = delivery::appointment_form(house.catalogue, portal::Language::dutch),
            .english = delivery::appointment_form(house.catalogue, portal::Language::english)}};
    Listeners listeners{house.configuration, site};
    Housekeeping const housekeeping{house, doorstep, log_line};
    figures.tell_of_shed([&listeners] { return listeners.shed(); });
    PostOffice const post_office{house, log_line, ending.token()};
    NightWatch const night_watch{house, *broker, log_line, ending.token()};
    MetadataWatch const watch{in_use.known, std::move(in_use.source), log_line, clock_now};
    std::stop_callback const stop_listeners{ending.token(), [&listeners] { listeners.stop(); }};
    log_line("ready on " + listeners.places());
    listeners.run();
    return 0;
}

} // namespace server
