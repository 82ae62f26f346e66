#include "markup/assets.h"

#include "foundation/text.h"

#include <algorithm>

namespace markup {
namespace {

/// Whether "gzip" is in Accept-Encoding without a weight of nought (RFC 9110 12.5.3).
bool accepts_gzip(http::Request const& request) {
    auto const accepted = request.header("accept-encoding").value_or("");
    return std::ranges::any_of(foundation::split(accepted, ','), [](std::string_view coding) {
        auto const parts = foundation::split(coding, ';');
        auto const weight = parts.size() > 1 ? foundation::trimmed(parts[1]) : "q=1";
        return foundation::trimmed(parts[0]) == "gzip" && !weight.starts_with("q=0.0") &&
               weight != "q=0";
    });
}

/// The names in embedded_paths are ours and fit for an address.
Url url_of(std::string_view path) {
    return Url::path("/static/{}", path.substr(path.rfind('/') + 1));
}

} // namespace

std::optional<http::Response> asset(http::Request const& request) {
    auto const files = embedded_files();
    auto const file = std::ranges::find(files, request.path, &EmbeddedFile::path);
    if (file == files.end())
        return std::nullopt;
    http::Response response{.content_type = std::string{file->content_type},
                            .headers = {{"Cache-Control", "public, max-age=31536000, immutable"},
                                        {"X-Content-Type-Options", "nosniff"}},
                            .body = {},
                            .embedded = file->bytes};
    if (!file->zipped.empty()) {
        response.headers.emplace_back("Vary", "Accept-Encoding");
        if (accepts_gzip(request)) {
            response.headers.emplace_back("Content-Encoding", "gzip");
            response.embedded = file->zipped;
        }
    }
    return response;
}

Url const& stylesheet_url() {
    static Url const url = url_of(embedded_paths.stylesheet);
    return url;
}
Url const& script_url() {
    static Url const url = url_of(embedded_paths.script);
    return url;
}
Url const& font_url() {
    static Url const url = url_of(embedded_paths.font);
    return url;
}
Url const& licences_url() {
    static Url const url = url_of(embedded_paths.licences);
    return url;
}

} // namespace markup
