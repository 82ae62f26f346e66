#include "http/response.h"

#include "foundation/text.h"

#include <algorithm>

namespace http {
namespace {

bool is_written_plainly(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f' && c != '\\'; });
}

} // namespace

std::optional<Location> Location::own(std::string_view path) {
    if (!path.starts_with('/') || path.starts_with("//") || !is_written_plainly(path))
        return std::nullopt;
    return Location{path};
}

std::optional<Location> Location::elsewhere(std::string_view address) {
    std::string_view rest = address;
    if (rest.starts_with("https://"))
        rest.remove_prefix(8);
    else if (rest.starts_with("http://"))
        rest.remove_prefix(7);
    else
        return std::nullopt;
    auto const authority = rest.substr(0, rest.find_first_of("/?#"));
    if (authority.empty() || authority.contains('@') || !is_written_plainly(address))
        return std::nullopt;
    return Location{address};
}

Response see_other(Location const& location) {
    return {.status = 303,
            .content_type = "",
            .headers = {{"Location", location.text()}},
            .body = "",
            .embedded = {}};
}

Response text(int status, std::string_view sentence) {
    return {.status = status,
            .content_type = "text/plain; charset=utf-8",
            .headers = {},
            .body = std::string{sentence} + "\n",
            .embedded = {}};
}

Response not_modified(std::string_view entity_tag) {
    return {.status = 304,
            .content_type = "",
            .headers = {{"ETag", std::string{entity_tag}}},
            .body = "",
            .embedded = {}};
}

bool already_has(Request const& request, std::string_view entity_tag) {
    auto const known = request.header("if-none-match");
    if (!known)
        return false;
    auto const tags = foundation::split(*known, ',');
    return std::ranges::any_of(tags, [&](std::string_view tag) {
        tag = foundation::trimmed(tag);
        if (tag.starts_with("W/"))
            tag.remove_prefix(2); // the weak comparison of RFC 9110 13.1.2
        return tag == entity_tag || tag == "*";
    });
}

Response method_not_allowed(std::string_view allowed) {
    auto response = text(405, "This address does not answer that method.");
    response.headers.emplace_back("Allow", std::string{allowed});
    return response;
}

} // namespace http
