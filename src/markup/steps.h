#pragma once
#include "markup/html.h"

#include <cstdint>
#include <string>
#include <vector>

namespace markup {

/// Where one is in a process of so many steps; stands above the form, outside it.
struct Steps {
    std::string label; ///< "Stappen van het koppelproces"
    std::string words; ///< "Stap 2 van 5"; also what a small screen shows
    std::string done;  ///< " (klaar)", read out behind a finished step
    std::vector<std::string> names;
    std::size_t current; ///< 1 is the first
};
Html steps(Steps const& steps);

enum class Progress : std::uint8_t { done, now, later };

struct Milestone {
    std::string label;
    std::string explanation{};
    Progress progress;
};
/// How far something is that takes days: the linking of a user. `done` is read out, as in Steps.
Html timeline(std::vector<Milestone> const& milestones, std::string_view done);

} // namespace markup
