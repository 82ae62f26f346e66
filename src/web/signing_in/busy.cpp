#include "web/signing_in/busy.h"

#include "markup/alert.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "web/frame.h"
#include "web/signing_in/words.h"

namespace web::signing_in {

using markup::Html;
using markup::Url;

namespace {

http::Response busy_page(Context& context, Html body, Url const& again) {
    auto const& words = signing_in::words(context.language);
    auto main = markup::stack(
        markup::heading(markup::Level::one, words.busy.heading) +
            markup::alert({.tone = markup::Tone::warning, .body = std::move(body)}) +
            markup::html("<p>{}</p>",
                         markup::button_link({.label = std::string{words.busy_again}}, again)),
        markup::Spacing::large);
    auto response = page(
        context, {.title = std::string{words.busy.heading}, .main = markup::narrow(main)}, 503);
    response.headers.emplace_back("Retry-After", "5");
    return response;
}

} // namespace

http::Response busy(Context& context) {
    context.site.figures.count_busy();
    auto const& words = signing_in::words(context.language);
    auto const again = context.request.path.starts_with("/dienst") ? Url::path("/dienst/inloggen")
                                                                   : Url::path("/");
    return busy_page(
        context, markup::paragraph(words.busy.explanation) + markup::paragraph(words.busy.advice),
        again);
}

http::Response busy_after_coming_back(Context& context) {
    context.site.figures.count_crowded();
    auto const& words = signing_in::words(context.language);
    return busy_page(context,
                     markup::paragraph(words.busy.explanation) + markup::paragraph(words.busy_back),
                     Url::path("/"));
}

} // namespace web::signing_in
