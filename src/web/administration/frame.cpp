#include "web/administration/frame.h"

#include "markup/layout.h"

#include <algorithm>
#include <array>
#include <utility>

namespace web::administration {

using markup::Html;
using markup::Url;

namespace {

markup::SideNavigation menu(Context const& context, Place place) {
    auto const& words = said(context);
    return {.title = std::string{shared_words(context).topics},
            .groups = {{.heading = std::string{words.group},
                        .items = {{.icon = "users",
                                   .label = std::string{words.users},
                                   .to = Url::path("/beheer/gebruikers"),
                                   .current = place == Place::users},
                                  {.icon = "user-plus",
                                   .label = std::string{words.registration},
                                   .to = Url::path("/beheer/gebruikers/registreren"),
                                   .current = place == Place::registration}}}}};
}

} // namespace

http::Response room_page(Context const& context, RoomPage room, int status) {
    auto const& shared = shared_words(context);
    std::vector<markup::Crumb> crumbs{{std::string{shared.overview}, Url::path("/overzicht")}};
    crumbs.insert(crumbs.end(), room.trail.begin(), room.trail.end());
    crumbs.push_back({.label = room.title});
    bool const wrong = !room.mistakes.empty();
    auto main =
        markup::stack(markup::error_summary(shared.summary_heading, room.mistakes) + room.main,
                      markup::Spacing::large);
    return page(context,
                {.title = std::move(room.title),
                 .main = std::move(main),
                 .layout = markup::Layout::side,
                 .navigation = menu(context, room.place),
                 .breadcrumb = std::move(crumbs),
                 .has_mistakes = wrong,
                 .keeps_form = room.keeps_form},
                wrong ? 422 : status);
}

Html what_was_done(Context const& context) {
    auto const& words = said(context);
    std::array const sentences{std::pair{"geregistreerd", words.done_registered},
                               std::pair{"uitgereikt", words.done_handed_over},
                               std::pair{"code", words.done_code},
                               std::pair{"opgeheven", words.done_lifted},
                               std::pair{"ontkoppeld", words.done_unlinked},
                               std::pair{"beeindigd", words.done_ended},
                               std::pair{"toegekend", words.done_granted},
                               std::pair{"ingetrokken", words.done_withdrawn}};
    auto const code = context.query.one("gelukt");
    auto const found = std::ranges::find_if(
        sentences, [&](auto const& known) { return code == std::string_view{known.first}; });
    if (found == sentences.end())
        return {};
    return markup::alert({.tone = markup::Tone::ok,
                          .body = markup::html("<p>{}</p>", found->second),
                          .announced = true});
}

bool has_only(Context const& context, std::initializer_list<std::string_view> names) {
    return std::ranges::all_of(context.form, [&](auto const& field) {
        bool const known = field.first == "token" || field.first == ticket_field ||
                           std::ranges::find(names, field.first) != names.end();
        return known && context.form.count(field.first) == 1;
    });
}

Html cancel_link(Context const& context, Url const& to) {
    auto const& shared = shared_words(context);
    return markup::or_link(shared.or_word, shared.cancel, to);
}

} // namespace web::administration
