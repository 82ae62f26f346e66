#pragma once
#include "markup/html.h"

#include <array>
#include <optional>
#include <string_view>

namespace markup {

/// The drawings in the sprite (frontend/icons.txt names the same ones; a test compares).
inline constexpr auto icon_names =
    std::to_array<std::string_view>({"alert-circle",  "alert-triangle", "arrow-down",
                                     "arrow-up",      "arrows-sort",    "bell",
                                     "building",      "certificate",    "chart-bar",
                                     "check",         "chevron-down",   "chevron-left",
                                     "chevron-right", "circle-check",   "clock",
                                     "download",      "external-link",  "file-download",
                                     "file-text",     "file-upload",    "filter",
                                     "help",          "history",        "home",
                                     "inbox",         "info-circle",    "key",
                                     "language",      "link",           "link-off",
                                     "list-check",    "lock",           "login-2",
                                     "logout",        "mail",           "menu-2",
                                     "pencil",        "phone",          "plus",
                                     "printer",       "school",         "search",
                                     "send",          "settings",       "shield-check",
                                     "speakerphone",  "trash",          "user",
                                     "user-plus",     "users",          "x"});

/// The name of a drawing: one written out is checked while compiling.
class Icon {
public:
    /// No drawing at all.
    constexpr Icon() = default;
    template<std::size_t Size>
    consteval Icon(char const (&name)[Size])
        : index_(index_of({name, Size - 1})) {
        if (index_ == none)
            there_is_no_such_icon();
    }
    /// For names that come from the catalogue.
    static std::optional<Icon> named(std::string_view name);

    bool empty() const { return index_ == none; }

private:
    friend Html const& icon(Icon icon);
    static constexpr std::size_t none = icon_names.size();
    static constexpr std::size_t index_of(std::string_view name) {
        std::size_t index = 0;
        while (index < none && icon_names[index] != name)
            ++index;
        return index;
    }
    static void there_is_no_such_icon() {}
    std::size_t index_ = none;
};

/// The drawing, hidden from screen readers: the words beside it say the same.
/// Made once: a page holds dozens of them.
Html const& icon(Icon icon);

} // namespace markup
