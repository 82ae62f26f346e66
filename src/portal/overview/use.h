#pragma once
#include "foundation/instant.h"

#include <set>
#include <string>
#include <vector>

namespace portal::overview {

/// P4.2: older use does not count for the shortcuts.
inline constexpr auto window_of_use = std::chrono::days{90};

/// One start of a task.
struct TaskUse {
    std::string task;
    foundation::Instant at{};
};

/// What the user chose for a shortcut (P4.2).
enum class Choice { by_use, pinned, removed };
struct Preference {
    std::string task;
    Choice choice = Choice::by_use;
};

/// What one account made of its overview.
struct Use {
    std::set<std::string> announcements_read{};
    std::vector<TaskUse> starts{}; ///< oldest first
    std::vector<Preference> preferences{};
};

} // namespace portal::overview
