#include "web/operations/operations.h"

#include "foundation/fault.h"
#include "http/response.h"
#include "web/headers.h"
#include "web/operations/broker_figures.h"
#include "web/operations/night_figures.h"
#include "web/signing_in/waiting_room.h"

#include <array>
#include <fmt/format.h>

namespace web::operations {

http::Response live() { return http::text(200, "live"); }

namespace {

http::Response ready(Site const& site) {
    return site.archive.reachable() ? http::text(200, "ready") : http::text(503, "unready");
}

http::Response metrics(Site const& site) {
    auto const now = site.clock();
    auto response = http::text(200, site.figures.written());
    auto const backlog = site.outbox.backlog(now);
    response.body += "# HELP mijnduo_mails_waiting Mails in the outbox, by class.\n"
                     "# TYPE mijnduo_mails_waiting gauge\n";
    for (auto const& [of, count] : backlog.waiting)
        response.body +=
            fmt::format("mijnduo_mails_waiting{{class=\"{}\"}} {}\n", portal::name_of(of), count);
    response.body += fmt::format(
        "# HELP mijnduo_mails_unreadable Of them, what this program could not read.\n"
        "# TYPE mijnduo_mails_unreadable gauge\nmijnduo_mails_unreadable {}\n"
        "# HELP mijnduo_oldest_mail_seconds How long the oldest that is due and was not "
        "tried has been due, by class.\n"
        "# TYPE mijnduo_oldest_mail_seconds gauge\n",
        backlog.unreadable);
    for (auto const& [of, count] : backlog.waiting) {
        auto const oldest = backlog.oldest.find(of);
        auto const age =
            oldest == backlog.oldest.end() ? foundation::Duration{0} : now - oldest->second;
        response.body +=
            fmt::format("mijnduo_oldest_mail_seconds{{class=\"{}\"}} {}\n", portal::name_of(of),
                        std::chrono::duration_cast<std::chrono::seconds>(age).count());
    }
    response.body += fmt::format("# HELP mijnduo_broker_calls Calls to the broker under way.\n"
                                 "# TYPE mijnduo_broker_calls gauge\nmijnduo_broker_calls {}\n",
                                 site.waiting_room->under_way());
    response.body += written(site.broker.condition(now), now);
    if (auto const night = site.last_night())
        response.body += written(*night, now);
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    return response;
}

constexpr std::string_view ready_path = "/health/ready";

constexpr std::array<Route, 2> table{{
    {http::Method::get, live_path, Who::anyone, [](Context&) { return live(); }},
    {http::Method::get, ready_path, Who::anyone,
     [](Context& context) { return ready(context.site); }},
}};

http::Response asked(Site const& site, http::Request const& request) {
    if (request.method != http::Method::get && request.method != http::Method::head)
        return http::method_not_allowed("GET, HEAD");
    if (request.path == live_path)
        return live();
    if (request.path == ready_path)
        return ready(site);
    return request.path == "/metrics" ? metrics(site) : http::text(404, "unknown");
}

http::Response guarded(Site const& site, http::Request const& request) {
    try {
        return asked(site, request);
    } catch (foundation::Fault const& fault) {
        site.log(std::string{"fault on the private listener: "} + fault.what());
        return http::text(503, "unready");
    } catch (std::exception const& surprise) {
        site.log(std::string{"surprise on the private listener: "} + surprise.what());
        return http::text(500, "broken");
    }
}

} // namespace

std::span<Route const> routes() { return table; }

http::Response answer_privately(Site const& site, http::Request const& request) {
    auto response = guarded(site, request);
    add_headers(response, site.settings);
    return response;
}

} // namespace web::operations
