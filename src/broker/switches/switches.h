#pragma once
#include "broker/messages/answer.h"

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

namespace broker::switches {

/// What becomes of a sign-in once the person is known. A switch changes one thing in it.
struct Course {
    Answer answer;
    bool cancelled = false;
    bool unsupported = false;
    bool signed_with_second_key = false;
    bool same_artifact_again = false;
    bool back_channel_down = false;
    std::optional<std::chrono::seconds> back_channel_waits = {};
};

struct Said {
    std::string_view title;
    std::string_view broker; ///< what the broker will do
    std::string_view portal; ///< what Mijn DUO is expected to show
};

struct Switch {
    std::string_view name; ///< in addresses
    Said dutch;
    Said english;
    void (*change)(Course& course);
};

/// All of them, in the order of the page.
std::span<Switch const> all();
Switch const* named(std::string_view name); ///< null when there is no such switch

inline constexpr std::chrono::seconds usual_delay{12}; ///< the portal waits for ten
inline constexpr std::chrono::seconds longest_delay{60};

/// The switch that a browser has on, if any.
struct Position {
    Switch const* on = nullptr;
    std::chrono::seconds delay = usual_delay; ///< for the artifact that is answered late
    void change(Course& course) const;
};

} // namespace broker::switches
