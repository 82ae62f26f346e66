#include "markup/details.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/tiles.h"
#include "web/agency/frame.h"
#include "web/agency/pages.h"
#include "web/errors.h"

#include <fmt/format.h>

namespace web::agency {

using markup::Html;
using markup::Url;
using portal::administration::Action;

namespace {

Html ways(Context const& context) {
    auto const& words = said(context);
    std::vector<markup::Tile> tiles{{.icon = "building",
                                     .label = std::string{words.to_organisations},
                                     .to = Url::path("/dienst/organisaties"),
                                     .explanation = std::string{words.to_organisations_text},
                                     .arrow = true}};
    if (allowed(context, Action::see_appointments))
        tiles.push_back({.icon = "inbox",
                         .label = std::string{words.to_appointments},
                         .to = Url::path("/dienst/aanmeldingen"),
                         .explanation = std::string{words.to_appointments_text},
                         .arrow = true});
    if (allowed(context, Action::enter_appointment))
        tiles.push_back({.icon = "user-plus",
                         .label = std::string{words.enter},
                         .to = Url::path("/dienst/aanmeldingen/nieuw"),
                         .explanation = std::string{words.enter_text},
                         .arrow = true});
    return markup::tiles(tiles);
}

/// Who waits for a decision, the newest of them; the others stand in the list.
Html waiting(Context const& context, portal::Listing<portal::Appointment> const& found) {
    auto const& words = said(context);
    if (found.rows.empty())
        return markup::empty({.icon = "inbox",
                              .heading = std::string{words.waiting_none},
                              .sentence = std::string{words.waiting_none_text}});
    auto const others = found.total - std::int64_t(found.rows.size());
    auto const more = markup::when(others > 0, [&] {
        return markup::html("<p>{}</p>",
                            markup::link(fmt::format(fmt::runtime(words.waiting_more), others),
                                         Url::path("/dienst/aanmeldingen")));
    });
    return appointment_table(context, found.rows) + more;
}

} // namespace

http::Response desk(Context& context) {
    auto const& words = said(context);
    auto main = markup::heading(markup::Level::one, words.desk) + markup::lead(words.desk_lead) +
                what_was_done(context) + ways(context);
    if (allowed(context, Action::see_appointments)) {
        auto const found = portal::administration::appointments(
            context.desk(), context.visitor.claim(),
            {.state = portal::AppointmentState::waiting, .per_page = per_page});
        if (!found)
            return forbidden(context);
        main += markup::section({.id = "wacht",
                                 .heading = std::string{words.waiting},
                                 .body = waiting(context, *found)});
    }
    return room_page(context, {.title = std::string{words.desk}, .main = std::move(main)});
}

} // namespace web::agency
