#pragma once
#include "portal/overview/overview.h"
#include "web/frame.h"

#include <vector>

namespace web::overview {

/// The overview of this visitor, with the confirmation of what was done just before.
struct HomeView {
    portal::overview::Overview overview;
    std::vector<portal::Correspondent> to_ask; ///< only when there are no tasks
    std::string_view done{};
};
http::Response show_home(Context const& context, HomeView const& view);

http::Response show_shortcut_choices(Context const& context,
                                     std::vector<portal::overview::ShortcutChoice> const& choices,
                                     std::string_view done);

http::Response
show_announcements(Context const& context,
                   std::vector<portal::overview::ShownAnnouncement> const& announcements,
                   std::string_view done);

/// `next` is the task that waits until this has been read (P4.3); empty when there is none.
http::Response show_announcement(Context const& context,
                                 portal::overview::ShownAnnouncement const& shown,
                                 portal::Task const* next);

/// A list of announcements as the overview and the page of all show it.
markup::Html news_of(Context const& context,
                     std::span<portal::overview::ShownAnnouncement const> announcements);

} // namespace web::overview
