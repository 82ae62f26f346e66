#include "web/headers.h"

#include <algorithm>

namespace web {

namespace {

bool has(http::Response const& response, std::string_view name) {
    return std::ranges::any_of(response.headers,
                               [&](auto const& header) { return header.first == name; });
}

void set(http::Response& response, char const* name, char const* value) {
    if (!has(response, name))
        response.headers.emplace_back(name, value);
}

} // namespace

void add_headers(http::Response& response, Context const& context) {
    set(response, "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'");
    set(response, "X-Content-Type-Options", "nosniff");
    set(response, "Referrer-Policy", "no-referrer");
    set(response, "Cross-Origin-Opener-Policy", "same-origin");
    set(response, "Cross-Origin-Resource-Policy", "same-origin");
    set(response, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
    set(response, "Cache-Control", "no-store");
    if (context.site.settings.public_url.starts_with("https://"))
        set(response, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

} // namespace web
