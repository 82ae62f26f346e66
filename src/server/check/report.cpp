#include "server/check/report.h"

#include "foundation/civil_date.h"

#include <algorithm>
#include <fmt/format.h>

namespace server::check {

namespace {

std::string_view name_of(Finding finding) {
    switch (finding) {
    case Finding::ok:
        return "ok";
    case Finding::warning:
        return "warning";
    case Finding::wrong:
        return "wrong";
    }
    return "";
}

} // namespace

std::string day_of(foundation::Instant at) {
    return foundation::iso_date(foundation::in_amsterdam(at).date);
}

void Report::ok(std::string_view subject, std::string_view said) {
    points_.push_back({Finding::ok, std::string{subject}, std::string{said}});
}

void Report::warning(std::string_view subject, std::string_view said) {
    points_.push_back({Finding::warning, std::string{subject}, std::string{said}});
}

void Report::wrong(std::string_view subject, std::string_view said) {
    Point point{Finding::wrong, std::string{subject}, std::string{said}};
    if (std::ranges::find(points_, point) == points_.end())
        points_.push_back(std::move(point));
}

int Report::count(Finding finding) const {
    return static_cast<int>(std::ranges::count(points_, finding, &Point::finding));
}

std::string Report::text() const {
    std::string text;
    for (auto const& point : points_)
        text += fmt::format("{:9}{}: {}\n", name_of(point.finding), point.subject, point.said);
    return text + fmt::format("{} in order, {} to look at, {} wrong\n", count(Finding::ok),
                              count(Finding::warning), count(Finding::wrong));
}

} // namespace server::check
