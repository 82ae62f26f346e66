#include "web/errors.h"

#include "markup/heading.h"

#include "web/frame.h"
#include "web/words/errors.h"

namespace web {

using markup::html;
using markup::Html;
using markup::Url;

namespace {

http::Response said(Context const& context, int status, words::ErrorPage const& words,
                    Html const& way_on) {
    auto main = html(R"(<div class="app-stack app-narrow">{}{}{}</div>)",
                     markup::heading(markup::Level::one, words.heading),
                     markup::paragraph(words.explanation), way_on);
    return page(context, {.title = std::string{words.heading}, .main = std::move(main)}, status);
}

Html way_on(Context const& context) {
    auto const& words = words::errors(context.language);
    if (context.visitor.has_account())
        return html("<p>{}</p>", markup::link(words.to_overview, Url::path("/overzicht")));
    return html("<p>{}</p>", markup::link(words.to_start, Url::path("/")));
}

} // namespace

http::Response not_found(Context& context) {
    return said(context, 404, words::errors(context.language).not_found, way_on(context));
}

http::Response forbidden(Context& context) {
    return said(context, 403, words::errors(context.language).forbidden, way_on(context));
}

http::Response bad_request(Context& context) {
    return said(context, 400, words::errors(context.language).bad_request, way_on(context));
}

http::Response method_not_allowed(Context& context) {
    auto response = said(context, 405, words::errors(context.language).method, way_on(context));
    response.headers.emplace_back("Allow", "GET, HEAD, POST");
    return response;
}

http::Response stale_form(Context& context) {
    return said(context, 409, words::errors(context.language).stale, way_on(context));
}

http::Response session_needed(Context& context) {
    auto const& words = words::errors(context.language);
    bool const staff = context.site.agency_provider && context.request.path.starts_with("/dienst");
    auto const sign_in =
        html("<p>{}</p>",
             markup::button_link({.label = std::string{words.sign_in}},
                                 (staff ? Url::path("/dienst/inloggen") : Url::path("/"))
                                     .with("terug", context.request.method == http::Method::post
                                                        ? std::string{}
                                                        : own_path(context.request))));
    return said(context, 401, words.session_needed, sign_in);
}

http::Response out_of_order(Context& context, int status) {
    auto const& words = words::errors(context.language);
    auto const code = html("<p>{}: <strong class=\"app-mono\">{}</strong></p>",
                           shared_words(context).incident, context.incident);
    auto response = said(context, status, status == 503 ? words.unavailable : words.broken, code);
    if (status == 503)
        response.headers.emplace_back("Retry-After", "30");
    return response;
}

} // namespace web
