#include "server/check/points.h"
#include "server/scheme_names.h"

#include <fmt/format.h>

namespace server::check {

namespace {

void test_or_production(Report& report, SchemeName const& name, bool testing) {
    if (name.is_for_testing() && !testing)
        return; // see server/demands.h
    if (!name.is_for_testing() && testing)
        report.warning("entity_id", "has a number of production, and [server] testing is true: "
                                    "visitors are told that this is a test installation");
    else
        report.ok("entity_id", name.is_for_testing() ? "is one for testing, as this installation is"
                                                     : "is one for production");
}

} // namespace

void names(Report& report, Configuration const& configuration) {
    auto const& given = configuration.eherkenning;
    auto const entity = scheme_name(given.entity_id);
    if (!entity || entity->role != "DV" || entity->kind != "entities")
        report.wrong("entity_id", "must be urn:etoegang:DV:<OIN of 20 digits>:entities:<0 to "
                                  "9999>");
    else
        test_or_production(report, *entity, configuration.server.testing);
    auto const service = scheme_name(given.service_id);
    if (!service || service->role != "DV" || service->kind != "services" || service->index < 1)
        report.wrong("service_id", "must be urn:etoegang:DV:<OIN of 20 digits>:services:<1 or "
                                   "more>");
    else if (entity && service->oin != entity->oin)
        report.warning("service_id", "has another OIN than entity_id");
    else
        report.ok("service_id", "has the scheme's form");
    if (configuration.contact.mail.empty())
        report.warning("contact", "[contact] mail is missing: brokers want an administrative "
                                  "contact in the metadata");
    if (configuration.service.instance_uuid.empty())
        report.warning("service catalogue", "cannot be written: [service] instance_uuid is "
                                            "missing; uuidgen makes one");
}

} // namespace server::check
