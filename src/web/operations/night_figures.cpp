#include "web/operations/night_figures.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace web::operations {

std::string written(portal::upkeep::Night const& night, foundation::Instant now) {
    auto const seconds = [](foundation::Duration duration) {
        return std::chrono::duration<double>{duration}.count();
    };
    auto const ended = night.ended_at.value_or(now);
    auto text = fmt::format(
        "# HELP mijnduo_nightly_age_seconds Since the nightly job came to its end last.\n"
        "# TYPE mijnduo_nightly_age_seconds gauge\nmijnduo_nightly_age_seconds {:.0f}\n"
        "# HELP mijnduo_nightly_duration_seconds How long it took.\n"
        "# TYPE mijnduo_nightly_duration_seconds gauge\nmijnduo_nightly_duration_seconds {:.3f}\n"
        "# HELP mijnduo_nightly_done What it did.\n# TYPE mijnduo_nightly_done gauge\n",
        seconds(now - ended), seconds(ended - night.began_at));
    for (auto const& [what, count] : std::array{
             std::pair{"lapsed", night.lapsed}, std::pair{"warned", night.warned},
             std::pair{"never_linked", night.never_linked},
             std::pair{"forms_erased", night.forms_erased}, std::pair{"expiring", night.expiring},
             std::pair{"unreadable", night.unreadable}})
        text += fmt::format("mijnduo_nightly_done{{what=\"{}\"}} {}\n", what, count);
    return text;
}

} // namespace web::operations
