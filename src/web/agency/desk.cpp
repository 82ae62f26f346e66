#include "markup/details.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/tiles.h"
#include "web/agency/frame.h"
#include "web/agency/pages.h"
#include "web/errors.h"

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
                                     .arrow = true},
                                    {.icon = "inbox",
                                     .label = std::string{words.to_appointments},
                                     .to = Url::path("/dienst/aanmeldingen"),
                                     .explanation = std::string{words.to_appointments_text},
                                     .arrow = true}};
    if (allowed(context, Action::enter_appointment))
        tiles.push_back({.icon = "user-plus",
                         .label = std::string{words.enter},
                         .to = Url::path("/dienst/aanmeldingen/nieuw"),
                         .explanation = std::string{words.enter_text},
                         .arrow = true});
    return markup::tiles(tiles);
}

Html enter_button(Context const& context) {
    if (!allowed(context, Action::enter_appointment))
        return {};
    return markup::button_link({.label = std::string{said(context).enter}, .icon = "user-plus"},
                               Url::path("/dienst/aanmeldingen/nieuw"));
}

} // namespace

http::Response desk(Context& context) {
    auto const& words = said(context);
    auto const waiting = portal::administration::appointments(
        context.desk(), *context.visitor.standing, portal::AppointmentState::waiting);
    if (!waiting)
        return forbidden(context);
    auto const list = waiting->empty()
                          ? markup::empty({.icon = "inbox",
                                           .heading = std::string{words.waiting_none},
                                           .sentence = std::string{words.waiting_none_text}})
                          : appointment_table(context, *waiting);
    auto main =
        markup::heading(markup::Level::one, words.desk) + markup::lead(words.desk_lead) +
        what_was_done(context) + ways(context) +
        markup::section({.id = "wacht", .heading = std::string{words.waiting}, .body = list});
    return room_page(context, {.title = std::string{words.desk}, .main = std::move(main)});
}

http::Response appointments(Context& context) {
    auto const& words = said(context);
    using portal::AppointmentState;
    std::vector<portal::Appointment> all;
    for (auto const state :
         {AppointmentState::waiting, AppointmentState::approved, AppointmentState::declined}) {
        auto some =
            portal::administration::appointments(context.desk(), *context.visitor.standing, state);
        if (!some)
            return forbidden(context);
        all.insert(all.end(), some->begin(), some->end());
    }
    auto const list = all.empty() ? markup::empty({.icon = "inbox",
                                                   .heading = std::string{words.all_none},
                                                   .sentence = std::string{words.all_none_text}})
                                  : appointment_table(context, all);
    auto main = markup::page_head(markup::heading(markup::Level::one, words.appointments),
                                  enter_button(context)) +
                what_was_done(context) + list;
    return room_page(context, {.title = std::string{words.appointments},
                               .main = std::move(main),
                               .place = Place::appointments});
}

} // namespace web::agency
