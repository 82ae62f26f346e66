#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::words {

/// The words for a mandate that is limited to one branch. {} is the branch.
struct Branch {
    std::string_view notice, notice_text;
    std::string_view refused, refused_text, advice, to_overview;
    std::string_view task_refused; ///< at a task that is not for this branch
};

Branch const& branch(portal::Language language);

} // namespace web::words
