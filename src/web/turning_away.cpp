#include "web/turning_away.h"

#include "web/branch.h"
#include "web/errors.h"
#include "web/kept_form.h"
#include "web/visitor.h"

namespace web {

std::optional<http::Response> turned_away(Who who, Context& context) {
    auto const& visitor = context.visitor;
    if (who == Who::anyone)
        return std::nullopt;
    if (!visitor.signed_in())
        return session_needed(context);
    if (who == Who::signed_in)
        return std::nullopt;
    if (!visitor.has_account())
        return http::see_other(*http::Location::own("/koppelen"));
    auto const& account = visitor.standing->account;
    if (who == Who::administrator && !account.is_administrator())
        return forbidden(context);
    if (who == Who::staff && !(account.is_staff() && visitor.standing->organisation.is_agency))
        return forbidden(context);
    if ((who == Who::administrator || who == Who::staff) && is_limited_to_branch(context))
        return limited_to_branch(context);
    return std::nullopt;
}

http::Response older_form(Route const& route, Context& context) {
    auto const& standing = context.visitor.standing;
    if (!route.keep || !standing || !filled_in_by(context, standing->account.id))
        return stale_form(context);
    return kept_of_older_session(context, route.keep(context, standing->account.id));
}

std::optional<http::Response> kept_at_the_end(Route const& route, Context& context) {
    auto const& former = context.visitor.former;
    if (!route.keep || !former || !former->account)
        return std::nullopt;
    auto const token = context.form.one("token").value_or("");
    if (!foundation::equal_in_constant_time(token, former->form_token))
        return std::nullopt;
    return kept_of_ended_session(context, route.keep(context, *former->account));
}

std::optional<http::Response> gone_meanwhile(Route const& route, Context& context, int status) {
    if (status < 400 || route.who == Who::anyone || context.errand)
        return std::nullopt;
    bool const live = portal::still_live(context.desk(), context.visitor.claim());
    context.visitor = {};
    recognise(context);
    if (!live && context.visitor.session) // by the database's clock, if not by this node's
        context.visitor = {
            .session = {}, .standing = {}, .former = std::move(context.visitor.session)};
    if (auto kept = kept_at_the_end(route, context))
        return kept;
    return turned_away(route.who, context);
}

} // namespace web
