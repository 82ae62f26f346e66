#include "web/errors.h"
#include "web/tasks/filling.h"
#include "web/tasks/render.h"
#include "web/tasks/start.h"
#include "web/tasks/tasks.h"

#include <array>

namespace web::tasks {

namespace {

http::Response task(Context& context) {
    return at(context, [&](portal::Task const& one) { return show_task(context, one); });
}

http::Response started(Context& context) {
    return at(context, [&](portal::Task const& one) { return start(context, one); });
}

/// Asks again what must be read first: this address can be typed too.
http::Response way_out(Context& context) {
    return at(context, [&](portal::Task const& one) {
        if (one.kind != portal::TaskKind::link)
            return not_found(context);
        if (auto response = to_be_read_first(context, one))
            return *response;
        return show_way_out(context, one);
    });
}

/// The sender's own, for as long as it is kept: also when the role has been withdrawn meanwhile.
http::Response receipt(Context& context) {
    auto const* one = context.site.catalogue.task(context.parts.front());
    if (!one)
        return not_found(context);
    auto const found = portal::forms::receipt(
        context.site.archive, context.visitor.standing->account.id, context.parts.at(1));
    if (!found || found->task != one->code)
        return not_found(context);
    return show_receipt(context, *one, *found);
}

using http::Method;

constexpr std::array<Route, 8> table{{
    {Method::get, "/taken/{}", Who::account, task},
    {Method::post, "/taken/{}/start", Who::account, started},
    {Method::get, "/taken/{}/verder", Who::account, way_out},
    {Method::get, "/taken/{}/stap/{}", Who::account, step},
    {Method::post, "/taken/{}/stap/{}", Who::account, step_sent, true, keep_step},
    {Method::get, "/taken/{}/controleren", Who::account, summary},
    {Method::post, "/taken/{}/versturen", Who::account, sent},
    {Method::get, "/taken/{}/ontvangst/{}", Who::account, receipt},
}};

} // namespace

std::span<Route const> routes() { return table; }

} // namespace web::tasks
