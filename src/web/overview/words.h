#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::overview {

/// The words of the overview; headings are the manual's (1.6), word for word.
struct Words {
    std::string_view brand, announcements, shortcuts, profile, my_data, other_account, help;
    std::string_view no_tasks, no_tasks_text, no_tasks_nobody, no_announcements, no_shortcuts;
    std::string_view all_announcements, level_four;
    std::string_view last_used, today, yesterday, pinned, pin, unpin, remove, put_back, adjust;
    std::string_view adjust_text, adjust_nothing, shown_by_use, shown_pinned, shown_removed,
        column_task, column_shown, column_change;
    std::string_view was_pinned, was_unpinned, was_removed, was_kept;
    std::string_view signed_in_at;
    std::string_view administration, manage_users, agency, agency_work;
    std::string_view important, fresh, must_read, read;
    std::string_view before_task; ///< "Lees dit voordat u verdergaat met {}."
    std::string_view have_read, read_and_on, was_read, back_to_all;
};

Words const& words(portal::Language language);

} // namespace web::overview
