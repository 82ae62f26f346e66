#pragma once
#include "http/message.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

/// The cookies that a browser sent. A pair that is not written as RFC 6265 4.2.1 demands is none of
/// ours and is left out: never repaired, and no reason to turn a visitor away.
class Cookies {
public:
    static Cookies parse(std::string_view header);

    /// Nothing when absent, and nothing when doubled: then one of the two was planted (security.md
    /// H3).
    std::optional<std::string_view> one(std::string_view name) const;

    using Pair = std::pair<std::string, std::string>;
    /// Those whose name begins like this, as the browser sent them.
    std::vector<Pair> starting_with(std::string_view beginning) const;

private:
    std::vector<Pair> pairs_;
};

/// None at all when the request has no Cookie header, or more than one.
Cookies cookies_of(Request const& request);

enum class SameSite { lax, strict, none };

/// A cookie of ours: for this host only (no Domain), for every path, out of reach of scripts.
struct SetCookie {
    std::string name;
    std::string value;
    bool secure = true;
    SameSite same_site = SameSite::lax;
    std::optional<std::chrono::seconds> max_age; ///< absent: until the browser closes
};

/// The Set-Cookie header. It is a bug to write a cookie that browsers refuse or that splits the
/// header: a name or value outside RFC 6265, `__Host-` or SameSite=None without Secure.
std::pair<std::string, std::string> header_of(SetCookie const& cookie);

/// The same cookie, emptied and over at once.
SetCookie forgotten(SetCookie cookie);

} // namespace http
