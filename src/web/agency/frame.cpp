#include "web/agency/frame.h"

#include "markup/badge.h"
#include "markup/layout.h"
#include "markup/table.h"
#include "web/agency/signed_form_words.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace web::agency {

using markup::html;
using markup::Html;
using markup::Url;

namespace {

constexpr int most_pages = 100'000;

markup::SideNavigation menu(Context const& context, Place place) {
    auto const& words = said(context);
    std::vector<markup::NavigationItem> items;
    auto const add = [&](markup::Icon icon, std::string_view label, Url const& to, Place of) {
        items.push_back(
            {.icon = icon, .label = std::string{label}, .to = to, .current = place == of});
    };
    add("home", words.desk, Url::path("/dienst"), Place::desk);
    add("building", words.organisations, Url::path("/dienst/organisaties"), Place::organisations);
    if (allowed(context, portal::administration::Action::see_appointments))
        add("inbox", words.appointments, Url::path("/dienst/aanmeldingen"), Place::appointments);
    add("certificate", words.keys, Url::path("/dienst/sleutels"), Place::keys);
    return {.title = std::string{words.desk}, .groups = {{.items = std::move(items)}}};
}

Html state_of(Context const& context, portal::AppointmentState state) {
    auto const& words = said(context);
    using markup::BadgeTone;
    switch (state) {
    case portal::AppointmentState::waiting:
        return markup::badge({BadgeTone::warn, "clock", std::string{words.state_waiting}});
    case portal::AppointmentState::approved:
        return markup::badge({BadgeTone::ok, "check", std::string{words.state_approved}});
    case portal::AppointmentState::declined:
        return markup::badge({BadgeTone::err, "x", std::string{words.state_declined}});
    }
    return {};
}

void join(std::string& all, std::string const& name) { all += (all.empty() ? "" : ", ") + name; }

} // namespace

http::Response room_page(Context const& context, RoomPage room, int status) {
    auto const& shared = shared_words(context);
    std::vector<markup::Crumb> crumbs{{std::string{shared.overview}, Url::path("/overzicht")}};
    if (context.request.path != "/dienst")
        crumbs.push_back({std::string{said(context).desk}, Url::path("/dienst")});
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
                 .has_mistakes = wrong},
                wrong ? 422 : status);
}

Html what_was_done(Context const& context) {
    auto const& words = said(context);
    std::array const sentences{std::pair{"ingevoerd", words.done_entered},
                               std::pair{"goedgekeurd", words.done_approved},
                               std::pair{"afgewezen", words.done_declined},
                               std::pair{"code", words.done_code},
                               std::pair{"formulier", signed_form_words(context.language).done},
                               std::pair{"ontkoppeld", words.done_unlinked},
                               std::pair{"beeindigd", words.done_ended}};
    auto const code = context.query.one("gelukt");
    auto const found = std::ranges::find_if(
        sentences, [&](auto const& known) { return code == std::string_view{known.first}; });
    if (found == sentences.end())
        return {};
    return markup::alert(
        {.tone = markup::Tone::ok, .body = html("<p>{}</p>", found->second), .announced = true});
}

int page_asked(Context const& context) {
    auto const typed = context.query.one("pagina").value_or("1");
    int page = 0;
    auto const [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), page);
    bool const whole = error == std::errc{} && end == typed.data() + typed.size();
    return whole && page >= 1 && page <= most_pages ? page : 1;
}

bool allowed(Context const& context, portal::administration::Action action) {
    auto const& standing = *context.visitor.standing;
    return portal::administration::may(standing, action, {.organisation = standing.organisation.id},
                                       context.site.catalogue,
                                       context.now) == portal::administration::Permission::allowed;
}

std::string sectors_in_words(Context const& context, std::vector<std::string> const& codes) {
    std::string all;
    for (auto const& code : codes) {
        auto const* sector = context.site.catalogue.sector(code);
        join(all, sector ? sector->name.in(context.language) : code);
    }
    return all;
}

std::string roles_in_words(Context const& context, std::vector<std::string> const& codes) {
    std::string all;
    for (auto const& code : codes) {
        auto const* role = context.site.catalogue.administrator_role(code);
        join(all, role ? role->name.in(context.language) : code);
    }
    return all;
}

Html attributes_in_words(Context const& context,
                         std::vector<portal::OwnedAttribute> const& attributes) {
    if (attributes.empty())
        return markup::text(said(context).no_attributes);
    return html("<ul>{}</ul>", markup::each(attributes, [&](auto const& owned) {
                    auto const* type = context.site.catalogue.attribute_type(owned.type);
                    return html("<li>{} {} {}</li>",
                                type ? type->name.in(context.language) : owned.type, owned.value,
                                owned.label);
                }));
}

Html appointment_table(Context const& context,
                       std::vector<portal::Appointment> const& appointments) {
    auto const& words = said(context);
    markup::Table table{
        .label = std::string{words.appointments},
        .columns = {{.label = std::string{words.column_organisation}},
                    {.label = std::string{words.column_person}},
                    {.label = std::string{words.column_entered}, .on_one_line = true},
                    {.label = std::string{words.column_state}}},
        .rows = {}};
    for (auto const& one : appointments)
        table.rows.push_back(
            {markup::link(one.organisation_name, Url::path("/dienst/aanmeldingen/{}", one.id)),
             markup::text(one.person.name),
             markup::text(foundation::dutch_date(foundation::in_amsterdam(one.entered_at).date)),
             state_of(context, one.state)});
    return markup::table(table);
}

} // namespace web::agency
