#include "web/operations/operations.h"

#include "web/operations/broker_figures.h"
#include "web/signing_in/waiting_room.h"

#include <array>
#include <fmt/format.h>

namespace web::operations {

http::Response live() { return http::text(200, "live\n"); }

namespace {

http::Response ready(Context& context) {
    if (context.site.archive.reachable())
        return http::text(200, "ready\n");
    return http::text(503, "the database does not answer\n");
}

http::Response metrics(Context& context) {
    auto response = http::text(200, context.site.figures.written());
    auto const backlog = context.site.outbox.backlog(context.now);
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
            oldest == backlog.oldest.end() ? foundation::Duration{0} : context.now - oldest->second;
        response.body +=
            fmt::format("mijnduo_oldest_mail_seconds{{class=\"{}\"}} {}\n", portal::name_of(of),
                        std::chrono::duration_cast<std::chrono::seconds>(age).count());
    }
    response.body += fmt::format("# HELP mijnduo_broker_calls Calls to the broker under way.\n"
                                 "# TYPE mijnduo_broker_calls gauge\nmijnduo_broker_calls {}\n",
                                 context.site.waiting_room->under_way());
    response.body += written(context.site.broker.condition(context.now), context.now);
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    return response;
}

constexpr std::array<Route, 3> table{{
    {http::Method::get, live_path, Who::anyone, [](Context&) { return live(); }},
    {http::Method::get, "/health/ready", Who::anyone, ready},
    {http::Method::get, "/metrics", Who::anyone, metrics},
}};

} // namespace

std::span<Route const> routes() { return table; }

} // namespace web::operations
