#include "web/headers.h"

#include <algorithm>

namespace web {

namespace {

bool has(http::Response const& response, std::string_view name) {
    return std::ranges::any_of(response.headers,
                               [&](auto const& header) { return header.first == name; });
}

void set(http::Response& response, std::string const& name, std::string const& value) {
    if (!has(response, name))
        response.headers.emplace_back(name, value);
}

} // namespace

std::vector<std::pair<std::string, std::string>> headers_of_every_answer(Settings const& settings) {
    std::vector<std::pair<std::string, std::string>> headers{
        {"Cross-Origin-Resource-Policy", "same-origin"}};
    if (settings.public_url.starts_with("https://"))
        headers.emplace_back("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    return headers;
}

void add_headers(http::Response& response, Settings const& settings) {
    set(response, "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'");
    set(response, "X-Content-Type-Options", "nosniff");
    set(response, "Referrer-Policy", "no-referrer");
    set(response, "Cross-Origin-Opener-Policy", "same-origin");
    set(response, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
    set(response, "Cache-Control", "no-store");
    for (auto const& [name, value] : headers_of_every_answer(settings))
        set(response, name, value);
}

} // namespace web
