#include "markup/url.h"

#include "foundation/text.h"

#include <algorithm>

namespace markup {
namespace {

using foundation::url_encoded;

std::string segment(std::string_view part) {
    bool const dots = part == "." || part == "..";
    return (dots || part.empty() ? "_" : "") + url_encoded(part);
}

/// Printable ASCII that an address may hold as it is; a backslash is a slash to browsers, so not.
bool only_address_characters(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        return c > ' ' && c < 0x7f &&
               std::string_view{"\"<>\\^`{|}"}.find(c) == std::string_view::npos;
    });
}

bool is_this_machine(std::string_view origin) {
    for (std::string_view const host : {"http://localhost", "http://127.0.0.1", "http://[::1]"})
        if (origin.starts_with(host) &&
            (origin.size() == host.size() || origin[host.size()] == ':'))
            return true;
    return false;
}

std::string_view origin_of(std::string_view address) {
    auto const host = address.find("://");
    if (host == std::string_view::npos)
        return {};
    return address.substr(0, address.find_first_of("/?#", host + 3));
}

} // namespace

std::string Url::filled_path(std::string_view literal, std::span<UrlPart const> parts) {
    std::string path;
    path.reserve(literal.size() + parts.size() * 32);
    for (auto const& part : parts) {
        auto const slot = literal.find("{}");
        path.append(literal.substr(0, slot)).append(segment(part.text()));
        literal.remove_prefix(slot + 2);
    }
    return path.append(literal);
}

Url Url::fragment(std::string_view id) { return Url{"#" + url_encoded(id)}; }

std::optional<Url> Url::external(std::string_view address,
                                 std::span<std::string const> allowed_origins) {
    auto const origin = origin_of(address);
    bool const safe_scheme = origin.starts_with("https://") || is_this_machine(origin);
    if (!safe_scheme || !only_address_characters(address) ||
        std::ranges::find(allowed_origins, origin) == allowed_origins.end())
        return std::nullopt;
    return Url{std::string{address}};
}

std::optional<Url> Url::same_site(std::string_view path_and_query) {
    if (!path_and_query.starts_with('/') || path_and_query.starts_with("//") ||
        !only_address_characters(path_and_query))
        return std::nullopt;
    return Url{std::string{path_and_query}};
}

Url Url::mail_to(std::string_view address) {
    auto const at = address.rfind('@');
    if (at == std::string_view::npos)
        return Url{"mailto:" + url_encoded(address)};
    return Url{"mailto:" + url_encoded(address.substr(0, at)) + "@" +
               url_encoded(address.substr(at + 1))};
}

Url Url::telephone(std::string_view number) {
    std::string address = "tel:";
    std::ranges::copy_if(number, std::back_inserter(address),
                         [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
    return Url{std::move(address)};
}

Url Url::with(std::string_view name, UrlPart const& value) const {
    auto const hash = std::min(text_.find('#'), text_.size());
    std::string address = text_.substr(0, hash);
    address += address.find('?') == std::string::npos ? '?' : '&';
    address.append(url_encoded(name)).append("=").append(url_encoded(value.text()));
    return Url{address.append(text_, hash)};
}

Url Url::at(std::string_view fragment_id) const {
    return Url{text_.substr(0, text_.find('#')) + "#" + url_encoded(fragment_id)};
}

} // namespace markup
