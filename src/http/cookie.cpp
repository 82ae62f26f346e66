#include "http/cookie.h"

#include "foundation/fault.h"
#include "foundation/text.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace http {
namespace {

constexpr std::string_view separators = "()<>@,;:\\\"/[]?={} \t";

bool is_visible(char c) { return c > ' ' && c < '\x7f'; }

bool is_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return is_visible(c) && !separators.contains(c);
    });
}

bool is_value(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        return is_visible(c) && c != '"' && c != ',' && c != ';' && c != '\\';
    });
}

std::string_view unquoted(std::string_view text) {
    bool const quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
    return quoted ? text.substr(1, text.size() - 2) : text;
}

std::string_view word(SameSite same_site) {
    switch (same_site) {
    case SameSite::lax:
        return "Lax";
    case SameSite::strict:
        return "Strict";
    case SameSite::none:
        return "None";
    }
    foundation::bug("a SameSite without a word", std::source_location::current());
}

} // namespace

Cookies Cookies::parse(std::string_view header) {
    Cookies cookies;
    for (auto const part : foundation::split(header, ';')) {
        auto const pair = foundation::trimmed(part);
        auto const equals = pair.find('=');
        if (equals == std::string_view::npos)
            continue;
        auto const name = pair.substr(0, equals);
        auto const value = unquoted(pair.substr(equals + 1));
        if (is_name(name) && is_value(value))
            cookies.pairs_.emplace_back(name, value);
    }
    return cookies;
}

std::optional<std::string_view> Cookies::one(std::string_view name) const {
    std::optional<std::string_view> found;
    for (auto const& [key, value] : pairs_) {
        if (key != name)
            continue;
        if (found)
            return std::nullopt;
        found = value;
    }
    return found;
}

std::vector<Cookies::Pair> Cookies::starting_with(std::string_view beginning) const {
    std::vector<Pair> found;
    std::ranges::copy_if(pairs_, std::back_inserter(found),
                         [&](Pair const& pair) { return pair.first.starts_with(beginning); });
    return found;
}

Cookies cookies_of(Request const& request) {
    auto const header = request.header("cookie");
    return header ? Cookies::parse(*header) : Cookies{};
}

std::pair<std::string, std::string> header_of(SetCookie const& cookie) {
    using foundation::ensure;
    ensure(is_name(cookie.name), "the name of a cookie is a token");
    ensure(is_value(cookie.value), "the value of a cookie has no separators");
    bool const prefixed =
        cookie.name.starts_with("__Host-") || cookie.name.starts_with("__Secure-");
    ensure(cookie.secure || !prefixed, "a cookie with a prefix is Secure");
    ensure(cookie.secure || cookie.same_site != SameSite::none, "SameSite=None demands Secure");

    auto text = cookie.name + "=" + cookie.value + "; Path=/; HttpOnly; SameSite=";
    text += word(cookie.same_site);
    if (cookie.secure)
        text += "; Secure";
    if (cookie.max_age)
        text += "; Max-Age=" + std::to_string(cookie.max_age->count());
    return {"Set-Cookie", std::move(text)};
}

SetCookie forgotten(SetCookie cookie) {
    cookie.value.clear();
    cookie.max_age = std::chrono::seconds{0};
    return cookie;
}

} // namespace http
