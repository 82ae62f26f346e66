#include "web/errors.h"
#include "web/overview/overview.h"
#include "web/overview/render.h"
#include "web/overview/words.h"
#include "web/tasks/start.h"

#include <algorithm>
#include <array>

namespace web::overview {

namespace {

using portal::overview::Choice;

/// What was done just before, from a list of our own: never text out of the address.
std::string_view done(Context const& context) {
    auto const& said = words(context.language);
    auto const code = context.query.one("gelukt").value_or("");
    if (code == "vastgezet")
        return said.was_pinned;
    if (code == "losgemaakt")
        return said.was_unpinned;
    if (code == "verwijderd")
        return said.was_removed;
    if (code == "bewaard")
        return said.was_kept;
    return code == "gelezen" ? said.was_read : std::string_view{};
}

portal::overview::Overview overview_of(Context const& context) {
    return portal::overview::overview_of(context.site.archive, *context.visitor.standing,
                                         context.site.catalogue, context.site.policy, context.now);
}

http::Response home(Context& context) {
    HomeView view{.overview = overview_of(context), .to_ask = {}, .done = done(context)};
    if (view.overview.topics.empty())
        view.to_ask = portal::overview::whom_to_ask(context.site.archive, *context.visitor.standing,
                                                    context.now);
    return show_home(context, view);
}

http::Response shortcuts(Context& context) {
    auto const choices = portal::overview::shortcut_choices(
        context.site.archive, *context.visitor.standing, context.site.catalogue,
        context.site.policy, context.now);
    return show_shortcut_choices(context, choices, done(context));
}

struct Chosen {
    std::string_view asked;
    Choice choice;
    std::string_view done;
};
constexpr std::array choices{Chosen{"vastzetten", Choice::pinned, "vastgezet"},
                             Chosen{"losmaken", Choice::by_use, "losgemaakt"},
                             Chosen{"verwijderen", Choice::removed, "verwijderd"}};

http::Response shortcut_chosen(Context& context) {
    auto const* task = context.site.catalogue.task(context.field("taak"));
    auto const chosen = std::ranges::find(choices, context.field("keuze"), &Chosen::asked);
    if (!task || chosen == choices.end())
        return bad_request(context);
    if (!portal::overview::prefer(context.desk(), context.visitor.claim(),
                                  {.task = task->code, .choice = chosen->choice}))
        return forbidden(context);
    bool const from_own_page = context.field("vanaf") == "snel-naar";
    auto const back = std::string{from_own_page ? "/snel-naar" : "/overzicht"} +
                      "?gelukt=" + std::string{chosen->done};
    return http::see_other(*http::Location::own(back));
}

http::Response announcements(Context& context) {
    return show_announcements(context, overview_of(context).announcements, done(context));
}

/// The announcement of the address, when it is meant for this visitor now (P4.3). What is meant for
/// others answers like what does not exist.
std::optional<portal::overview::ShownAnnouncement> asked_for(Context const& context) {
    auto const all = overview_of(context).announcements;
    auto const found = std::ranges::find_if(
        all, [&](auto const& one) { return one.announcement->code == context.parts.front(); });
    return found == all.end() ? std::nullopt : std::optional{*found};
}

http::Response announcement(Context& context) {
    auto const shown = asked_for(context);
    if (!shown)
        return not_found(context);
    auto const task = context.query.one("taak").value_or("");
    return show_announcement(context, *shown, context.site.catalogue.task(task));
}

http::Response announcement_read(Context& context) {
    auto const shown = asked_for(context);
    if (!shown)
        return not_found(context);
    if (!portal::overview::mark_read(context.desk(), context.visitor.claim(),
                                     shown->announcement->code))
        return forbidden(context);
    if (auto const* task = context.site.catalogue.task(context.field("taak")))
        return tasks::start(context, *task);
    return http::see_other(*http::Location::own("/mededelingen?gelukt=gelezen"));
}

using http::Method;

constexpr std::array<Route, 6> table{{
    {Method::get, "/overzicht", Who::account, home},
    {Method::get, "/snel-naar", Who::account, shortcuts},
    {Method::post, "/snel-naar", Who::account, shortcut_chosen},
    {Method::get, "/mededelingen", Who::account, announcements},
    {Method::get, "/mededelingen/{}", Who::account, announcement},
    {Method::post, "/mededelingen/{}/gelezen", Who::account, announcement_read},
}};

} // namespace

std::span<Route const> routes() { return table; }

} // namespace web::overview
