#include "mailbox/pages/pages.h"

#include "mailbox/letters/letter.h"
#include "mailbox/pages/api.h"
#include "mailbox/pages/views.h"

#include "foundation/text.h"
#include "http/response.h"
#include "markup/assets.h"
#include "markup/content_security_policy.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace mailbox {
namespace {

/// What a mail holds is a stranger's: no script, no requests, no address of ours for its document.
constexpr std::string_view stranger =
    "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'";

bool is_this_machine(std::string_view host) {
    constexpr std::array names{"localhost", "127.0.0.1", "[::1]"};
    auto const port = host.rfind(':');
    auto const name =
        port == std::string_view::npos || host.ends_with(']') ? host : host.substr(0, port);
    return std::ranges::find(names, name) != names.end();
}

std::optional<std::size_t> number(std::string_view text) {
    std::size_t value = 0;
    auto const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{value} : std::nullopt;
}

http::Response found(std::string content_type, std::string body) {
    return {.status = 200,
            .content_type = std::move(content_type),
            .headers = {},
            .body = std::move(body),
            .embedded = {}};
}

http::Response shown(markup::Html const& html) {
    return found("text/html; charset=utf-8", html.text());
}

http::Response nothing_here() { return http::text(404, "There is no such mail or page."); }

/// A file keeps its name only as far as every header can carry it.
http::Response download(Attachment attachment) {
    std::ranges::replace_if(
        attachment.name,
        [](char c) { return c < ' ' || c > '~' || c == '"' || c == '\\' || c == '/'; }, '_');
    auto response = found("application/octet-stream", std::move(attachment.bytes));
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"" + attachment.name + "\"");
    return response;
}

http::Response part_of(Mail const& mail, std::span<std::string_view const> rest) {
    if (rest.empty())
        return shown(mail_page(mail, read_letter(mail.source)));
    if (rest[0] == "source" && rest.size() == 1)
        return found("text/plain; charset=utf-8", mail.source);
    auto letter = read_letter(mail.source);
    if (rest[0] == "html" && rest.size() == 1 && !letter.html.empty()) {
        auto response = found("text/html; charset=utf-8", std::move(letter.html));
        response.headers.emplace_back("Content-Security-Policy", stranger);
        return response;
    }
    auto const index =
        rest[0] == "attachments" && rest.size() == 2 ? number(rest[1]) : std::nullopt;
    if (!index || *index == 0 || *index > letter.attachments.size())
        return nothing_here();
    return download(std::move(letter.attachments[*index - 1]));
}

http::Response looked_up(Tray const& tray, http::Request const& request) {
    if (auto asset = markup::asset(request))
        return *std::move(asset);
    if (request.path == "/")
        return shown(list_page(tray.newest_first()));
    if (request.path == "/api/mails")
        return found("application/json", json_list(tray.newest_first()));
    auto const parts = foundation::split(request.path, '/'); // "", "mails", "7", ...
    bool const json = request.path.starts_with("/api/mails/") && parts.size() == 4;
    bool const page = request.path.starts_with("/mails/") && parts.size() >= 3;
    auto const wanted = json ? number(parts[3]) : page ? number(parts[2]) : std::nullopt;
    auto const mail = wanted ? tray.find(*wanted) : std::nullopt;
    if (!mail)
        return nothing_here();
    if (json)
        return found("application/json", json_mail(*mail));
    return part_of(*mail, std::span{parts}.subspan(3));
}

http::Response changed(Tray& tray, http::Request const& request) {
    if (request.path == "/clear") {
        tray.clear();
        return http::see_other(*http::Location::own("/"));
    }
    if (request.path == "/api/clear") {
        tray.clear();
        return {.status = 204, .content_type = "", .headers = {}, .body = "", .embedded = {}};
    }
    return nothing_here();
}

http::Response answer_to(Tray& tray, http::Request const& request) {
    if (!is_this_machine(request.host))
        return http::text(400, "The mailbox is only for a browser on this machine.");
    switch (request.method) {
    case http::Method::get:
    case http::Method::head:
        return looked_up(tray, request);
    case http::Method::post:
        return changed(tray, request);
    case http::Method::other:
        return http::method_not_allowed("GET, HEAD, POST");
    }
    return nothing_here();
}

} // namespace

http::Response answer(Tray& tray, http::Request const& request) {
    auto response = answer_to(tray, request);
    auto const has = [&](std::string_view name) {
        return std::ranges::any_of(response.headers, [&](auto const& header) {
            return foundation::lower_ascii(header.first) == name;
        });
    };
    if (!has("content-security-policy"))
        response.headers.emplace_back("Content-Security-Policy", markup::content_security_policy());
    if (!has("cache-control"))
        response.headers.emplace_back("Cache-Control", "no-store");
    if (!has("x-content-type-options"))
        response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    return response;
}

} // namespace mailbox
