#include "broker/desk/desk.h"

#include "broker/messages/metadata.h"
#include "broker/pages/pages.h"
#include "foundation/text.h"
#include "http/response.h"
#include "markup/assets.h"

namespace broker::desk {
namespace {

using http::Method;

bool reads(http::Request const& request) {
    return request.method == Method::get || request.method == Method::head;
}

std::optional<Step> step_named(std::string_view folder) {
    if (folder == "kiezen")
        return Step::choosing;
    if (folder == "inloggen")
        return Step::signing_in;
    if (folder == "organisatie")
        return Step::representing;
    return std::nullopt;
}

pages::Words const& words_for(http::Request const& request) {
    return pages::words_in(language_asked(request).value_or(pages::Language::dutch));
}

} // namespace

Desk::Desk(Setup setup)
    : setup_(std::move(setup))
    , artifacts_(setup_)
    , sign_ins_(setup_, artifacts_) {}

http::Response Desk::metadata(foundation::Instant now) const {
    return {.content_type = "application/samlmetadata+xml",
            .headers = {{"Cache-Control", "no-cache"}},
            .body = broker_metadata(setup_.keys.broker, setup_.manner.public_url, setup_.randomness,
                                    now, setup_.keys.second),
            .embedded = {}};
}

http::Response Desk::step(http::Request const& request, Turned const& turned,
                          foundation::Instant now) {
    auto const parts = foundation::split(request.path, '/');
    auto const step = parts.size() == 3 ? step_named(parts[1]) : std::nullopt;
    if (!step)
        return pages::not_found_page({words_for(request), turned.position.on});
    if (!reads(request) && request.method != Method::post)
        return http::method_not_allowed("GET, HEAD, POST");
    return sign_ins_.at(*step, std::string{parts[2]}, request, turned, now);
}

http::Response Desk::visit(http::Request const& request, Turned const& turned,
                           foundation::Instant now) {
    if (request.path == "/sso")
        return request.method == Method::post ? sign_ins_.arrive(request, turned, now)
                                              : http::method_not_allowed("POST");
    if (request.path == "/schakelaars" && request.method == Method::post)
        return turn(request, setup_.manner);
    if (reads(request)) {
        auto const& words = words_for(request);
        if (request.path == "/")
            return pages::about_page({words, turned.position.on});
        if (request.path == "/schakelaars")
            return switches_page(words, turned.position);
    }
    return step(request, turned, now);
}

http::Response Desk::answer(http::Request const& request) {
    auto const now = setup_.clock();
    if (request.path == "/ars")
        return request.method == Method::post ? artifacts_.resolve(request, now)
                                              : http::method_not_allowed("POST");
    if (reads(request)) {
        if (auto file = markup::asset(request))
            return *std::move(file);
        if (request.path == "/metadata")
            return metadata(now);
    }
    auto const& words = words_for(request);
    auto const turned = turned_by(request, words);
    if (!turned)
        return pages::switches_page(words, turned.error());
    auto response = visit(request, *turned, now);
    if (turned->anew)
        remember(response, turned->position, setup_.manner);
    return response;
}

} // namespace broker::desk
