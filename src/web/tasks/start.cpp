#include "web/tasks/start.h"

#include "markup/alert.h"
#include "markup/button.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "portal/forms/form.h"
#include "web/branch.h"
#include "web/errors.h"
#include "web/frame.h"
#include "web/tasks/words.h"
#include "web/words/branch.h"

#include <fmt/format.h>

namespace web::tasks {

using markup::html;
using markup::Html;
using markup::Url;
using portal::overview::Startable;

namespace {

http::Response to(Url const& url) { return http::see_other(*http::Location::own(url.text())); }

http::Response refusal_page(Context const& context, portal::Task const& task,
                            std::string_view reason, std::string_view advice, Html const& way_on) {
    auto const& said = words(context.language);
    auto const& name = task.name.in(context.language);
    auto const main =
        markup::heading_with_kicker(name, said.refused) +
        markup::alert({.tone = markup::Tone::warning,
                       .body = markup::paragraph(reason) + markup::paragraph(advice)}) +
        way_on + html("<p>{}</p>", markup::link(said.to_overview, Url::path("/overzicht")));
    return page(
        context,
        {.title = std::string{said.refused},
         .main = markup::narrow(main),
         .breadcrumb = {{std::string{shared_words(context).overview}, Url::path("/overzicht")},
                        {name}}},
        403);
}

/// The page of this task that one can come back to: the one asked for, unless that was a POST that
/// has no page of its own.
std::string page_to_come_back_to(Context const& context, portal::Task const& task) {
    auto const start = "/taken/" + task.code;
    auto const& path = context.request.path;
    if (path.starts_with(start + "/stap/"))
        return path;
    return path == start + "/versturen" || path == start + "/controleren" ? start + "/controleren"
                                                                          : start;
}

} // namespace

std::optional<http::Response> refused(Context& context, portal::Task const& task) {
    auto const& said = words(context.language);
    switch (portal::overview::may_start(task, *context.visitor.standing, context.site.catalogue,
                                        context.site.policy, context.now)) {
    case Startable::yes:
        return std::nullopt;
    case Startable::not_granted:
        return refusal_page(context, task, said.not_granted, said.not_granted_advice, {});
    case Startable::outside_branch: {
        auto const& branch = words::branch(context.language);
        return refusal_page(context, task,
                            fmt::format(fmt::runtime(branch.task_refused), branch_name(context)),
                            branch.advice, {});
    }
    case Startable::level_too_low: {
        auto const again =
            Url::path("/saml/login").with("terug", page_to_come_back_to(context, task));
        return refusal_page(
            context, task, said.level, said.level_advice,
            html("<p>{}</p>",
                 markup::button_link({.label = std::string{said.level_button}}, again)));
    }
    case Startable::account_ended:
    case Startable::organisation_ended:
    case Startable::unlinked:
        break;
    }
    return forbidden(context);
}

std::optional<http::Response> to_be_read_first(Context const& context, portal::Task const& task) {
    auto const* first = portal::overview::to_be_read_first(
        context.site.archive, *context.visitor.standing, context.site.catalogue, context.now);
    if (!first)
        return std::nullopt;
    return to(Url::path("/mededelingen/{}", first->code).with("taak", task.code));
}

http::Response start(Context& context, portal::Task const& task) {
    if (auto response = refused(context, task))
        return *response;
    if (auto response = to_be_read_first(context, task))
        return *response;
    if (!portal::overview::note_start(context.desk(), context.visitor.claim(), task))
        return forbidden(context);
    if (task.kind == portal::TaskKind::link)
        return to(Url::path("/taken/{}/verder", task.code));
    portal::forms::draft_of(context.desk(), context.visitor.standing->account.id, task.code);
    return to(Url::path("/taken/{}/stap/{}", task.code, 1));
}

} // namespace web::tasks
