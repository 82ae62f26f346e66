#pragma once
#include <string_view>

/// The site's look (frontend/theme.css) for what leaves it on paper and by mail: a test holds the
/// two equal.
namespace delivery::look {

inline constexpr unsigned petrol = 0x0d566b;
inline constexpr unsigned light_petrol = 0x8fcadb; ///< only in the mark
inline constexpr unsigned link = 0x235a9c;
inline constexpr unsigned ink = 0x1a242c;
inline constexpr unsigned grey = 0x4a5863;
inline constexpr unsigned border = 0x62707a;
inline constexpr unsigned line = 0xdde3e7;
inline constexpr unsigned pale = 0xebeff1;
inline constexpr unsigned white = 0xffffff;

/// Of mails: whoever has the typeface sees it, and nothing is fetched for the others.
inline constexpr std::string_view typeface =
    "'Source Sans 3 Variable', 'Source Sans 3', 'Segoe UI', system-ui, sans-serif";
inline constexpr std::string_view typeface_of_codes =
    "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace";

} // namespace delivery::look
