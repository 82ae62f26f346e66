#include "markup/badge.h"
#include "markup/details.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/news.h"
#include "web/overview/render.h"
#include "web/overview/words.h"

#include <fmt/format.h>

namespace web::overview {

using markup::html;
using markup::Html;
using markup::Url;
using portal::overview::ShownAnnouncement;

namespace {

Words const& said(Context const& context) { return words(context.language); }

/// One that was read says so; of the others the weight shows.
markup::Badge badge_of(Context const& context, ShownAnnouncement const& shown) {
    auto const& words = said(context);
    if (shown.read)
        return {markup::BadgeTone::neutral, "check", std::string{words.read}};
    switch (shown.announcement->weight) {
    case portal::AnnouncementWeight::must_read:
        return {markup::BadgeTone::err, "alert-circle", std::string{words.must_read}};
    case portal::AnnouncementWeight::warning:
        return {markup::BadgeTone::warn, "alert-triangle", std::string{words.important}};
    case portal::AnnouncementWeight::info:
        break;
    }
    return {markup::BadgeTone::info, "info-circle", std::string{words.fresh}};
}

markup::NewsItem item_of(Context const& context, ShownAnnouncement const& shown) {
    auto const& announcement = *shown.announcement;
    auto const day = foundation::in_amsterdam(announcement.from).date;
    return {.badge = badge_of(context, shown),
            .iso_date = foundation::iso_date(day),
            .date = long_date(context, day),
            .title = announcement.title.in(context.language),
            .to = Url::path("/mededelingen/{}", announcement.code),
            .body = html("<p>{}</p>", announcement.summary.in(context.language))};
}

std::vector<markup::Crumb> breadcrumb(Context const& context) {
    return {{std::string{shared_words(context).overview}, Url::path("/overzicht")},
            {std::string{said(context).announcements}, Url::path("/mededelingen")}};
}

/// The button that leaves a read mark; it goes on to the task that was waiting, if any.
Html read_form(Context const& context, ShownAnnouncement const& shown, portal::Task const* next) {
    if (shown.read && !next)
        return {};
    auto const& words = said(context);
    std::vector<markup::Hidden> hidden{form_token(context)};
    if (next)
        hidden.push_back({"taak", next->code});
    auto const label = next ? words.read_and_on : words.have_read;
    return markup::form(
        {.to = Url::path("/mededelingen/{}/gelezen", shown.announcement->code),
         .hidden = std::move(hidden),
         .body = markup::actions(markup::button({.label = std::string{label}, .icon = "check"}))});
}

} // namespace

Html news_of(Context const& context, std::span<ShownAnnouncement const> announcements) {
    std::vector<markup::NewsItem> items;
    for (auto const& one : announcements)
        items.push_back(item_of(context, one));
    return markup::news(items);
}

http::Response show_announcements(Context const& context,
                                  std::vector<ShownAnnouncement> const& announcements,
                                  std::string_view done) {
    auto const& words = said(context);
    auto main = markup::when(!done.empty(), [&] { return markup::alert(markup::Tone::ok, done); }) +
                markup::heading(markup::Level::one, words.announcements);
    main += announcements.empty() ? markup::paragraph(words.no_announcements)
                                  : news_of(context, announcements);
    auto crumbs = breadcrumb(context);
    crumbs.back().to.reset();
    return page(context, {.title = std::string{words.announcements},
                          .main = markup::narrow(main),
                          .breadcrumb = std::move(crumbs)});
}

http::Response show_announcement(Context const& context, ShownAnnouncement const& shown,
                                 portal::Task const* next) {
    auto const& words = said(context);
    auto const& announcement = *shown.announcement;
    auto const& title = announcement.title.in(context.language);
    auto const day = foundation::in_amsterdam(announcement.from).date;
    Html main;
    if (next)
        main += markup::alert(markup::Tone::info, fmt::format(fmt::runtime(words.before_task),
                                                              next->name.in(context.language)));
    main += markup::heading(markup::Level::one, title) +
            html(R"(<p class="app-news__meta">{}<time datetime="{}">{}</time></p>)",
                 markup::badge(badge_of(context, shown)), foundation::iso_date(day),
                 long_date(context, day)) +
            markup::lead(announcement.summary.in(context.language)) +
            markup::paragraph(announcement.text.in(context.language)) +
            read_form(context, shown, next) +
            html("<p>{}</p>", markup::link(words.back_to_all, Url::path("/mededelingen")));
    auto crumbs = breadcrumb(context);
    crumbs.push_back({title});
    return page(context,
                {.title = title, .main = markup::narrow(main), .breadcrumb = std::move(crumbs)});
}

} // namespace web::overview
