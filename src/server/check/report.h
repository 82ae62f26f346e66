#pragma once
#include "foundation/instant.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace server::check {

enum class Finding : std::uint8_t { ok, warning, wrong };

/// One line for an operator: what was looked at, and what there is to say or to do about it.
struct Point {
    Finding finding;
    std::string subject;
    std::string said;
    friend bool operator==(Point const&, Point const&) = default;
};

/// A day as an operator reads it: 2026-11-25.
std::string day_of(foundation::Instant at);

/// All that was found, in the order in which it was looked at.
class Report {
public:
    void ok(std::string_view subject, std::string_view said);
    void warning(std::string_view subject, std::string_view said);
    /// Once: what is looked at twice (a demand of production) is told once.
    void wrong(std::string_view subject, std::string_view said);

    std::vector<Point> const& points() const { return points_; }
    int count(Finding finding) const;
    std::string text() const;

private:
    std::vector<Point> points_;
};

} // namespace server::check
