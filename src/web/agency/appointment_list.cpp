#include "markup/details.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/pagination.h"
#include "web/agency/frame.h"
#include "web/agency/pages.h"
#include "web/errors.h"

#include <fmt/format.h>

namespace web::agency {

using markup::Html;
using markup::Url;
using portal::administration::Action;

namespace {

Html enter_button(Context const& context) {
    if (!allowed(context, Action::enter_appointment))
        return {};
    return markup::button_link({.label = std::string{said(context).enter}, .icon = "user-plus"},
                               Url::path("/dienst/aanmeldingen/nieuw"));
}

Html table_of(Context const& context, int page, portal::Listing<portal::Appointment> const& found) {
    auto const& words = said(context);
    if (found.rows.empty())
        return markup::empty({.icon = "inbox",
                              .heading = std::string{words.all_none},
                              .sentence = std::string{words.all_none_text}});
    auto const first = std::int64_t{page - 1} * per_page + 1;
    auto const last = first + std::int64_t(found.rows.size()) - 1;
    return appointment_table(context, found.rows) +
           markup::pagination(
               {.label = std::string{words.pages_label},
                .summary =
                    fmt::format(fmt::runtime(words.appointments_range), first, last, found.total),
                .page = std::string{words.page_number},
                .previous = std::string{words.previous},
                .next = std::string{words.next},
                .current = static_cast<std::size_t>(page),
                .last = static_cast<std::size_t>((found.total + per_page - 1) / per_page),
                .to = Url::path("/dienst/aanmeldingen")});
}

} // namespace

http::Response appointments(Context& context) {
    auto const& words = said(context);
    auto page = page_asked(context);
    auto const look = [&] {
        return portal::administration::appointments(context.desk(), context.visitor.claim(),
                                                    {.page = page, .per_page = per_page});
    };
    auto found = look();
    if (found && found->rows.empty() && page > 1) { // past the end
        page = 1;
        found = look();
    }
    if (!found)
        return forbidden(context);
    auto main = markup::page_head(markup::heading(markup::Level::one, words.appointments),
                                  enter_button(context)) +
                what_was_done(context) + table_of(context, page, *found);
    return room_page(context, {.title = std::string{words.appointments},
                               .main = std::move(main),
                               .place = Place::appointments});
}

} // namespace web::agency
