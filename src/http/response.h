#pragma once
#include "http/message.h"

#include <optional>
#include <string>
#include <string_view>

namespace http {

/// Where a browser may be sent. A text becomes one only by saying which of the two it is, so that
/// nothing a visitor handed in leads elsewhere by accident (security.md H2).
class Location {
public:
    /// A path on our own host: one '/' at the start, then visible ASCII without '\'.
    static std::optional<Location> own(std::string_view path);
    /// Another host, from our own settings (the broker, for instance): http or https, a host, no
    /// user name before it.
    static std::optional<Location> elsewhere(std::string_view address);

    std::string const& text() const { return text_; }

private:
    explicit Location(std::string_view text)
        : text_(text) {}
    std::string text_;
};

/// 303: after a form, look there with GET.
Response see_other(Location const& location);
Response text(int status, std::string_view sentence);
/// 304 to a request whose If-None-Match names this entity tag (quotes included).
Response not_modified(std::string_view entity_tag);
bool already_has(Request const& request, std::string_view entity_tag);
/// 405 with the methods that are there: "GET, HEAD".
Response method_not_allowed(std::string_view allowed);

} // namespace http
