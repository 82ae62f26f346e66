#include "broker/pages/frame.h"

#include "markup/alert.h"
#include "markup/assets.h"
#include "markup/button.h"
#include "markup/heading.h"

namespace broker::pages {
namespace {

using markup::Html;
using markup::html;

std::string_view origin_of(std::string_view address) {
    auto const authority = address.find("//");
    return authority == std::string_view::npos
               ? std::string_view{}
               : address.substr(0, address.find('/', authority + 2));
}

Html head(Frame const& frame) {
    return html(R"(<head><meta charset="utf-8">)"
                R"(<meta name="viewport" content="width=device-width, initial-scale=1">)"
                R"(<title>{} - eHerkenning ({})</title>)"
                R"(<meta name="color-scheme" content="light dark">)"
                R"(<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>)"
                R"(<link rel="stylesheet" href="{}"><link rel="icon" href="{}">)"
                R"(<script src="{}" defer></script></head>)",
                frame.title, frame.words.owner, markup::font_url(), markup::stylesheet_url(),
                markup::Url::no_icon(), markup::script_url());
}

Html language_link(Words const& words, markup::Url const& self) {
    return html(R"(<a class="nl-link app-lang" href="{}" lang="{}" hreflang="{}">{}</a>)",
                self.with("taal", words.other_language), words.other_language, words.other_language,
                words.other_language_name);
}

Html header(Frame const& frame) {
    auto const& words = frame.words;
    auto const tools = frame.self ? language_link(words, *frame.self) : Html{};
    return html(R"(<header class="app-header"><div class="app-testband">)"
                R"(<div class="app-wrap">{}</div></div><div class="app-header__bar"></div>)"
                R"(<div class="app-wrap app-header__row"><span class="app-brand"><span>)"
                R"(<span class="app-brand__name">eHerkenning</span>)"
                R"(<span class="app-brand__owner">{}</span></span></span>)"
                R"(<div class="app-header__tools app-header__tools--public">{}</div></div>)"
                R"(</header>)",
                words.simulation, words.owner, tools);
}

/// On every page, so that nobody takes what the switch does for a mistake.
Html switch_notice(Frame const& frame) {
    if (!frame.on)
        return {};
    auto const& words = frame.words;
    auto const& said = said_of(*frame.on, words);
    return markup::alert(
        {.tone = markup::Tone::warning,
         .heading = std::string{words.switch_is_on}.append(said.title),
         .body =
             markup::paragraph(said.broker) +
             html(R"(<p class="nl-paragraph">{}</p>)",
                  markup::link(words.to_switches,
                               markup::Url::path("/schakelaars").with("taal", words.language)))});
}

Html footer(Words const& words) {
    return html(R"(<footer class="app-footer utrecht-page-footer"><div class="app-wrap">)"
                R"(<p>{}</p><p>{}</p></div></footer>)",
                words.not_recognised, words.no_real_data);
}

} // namespace

http::Response page(Frame const& frame, Html const& content) {
    auto const whole = html(
        "<!doctype html>\n"
        R"(<html lang="{}" class="voorbeeld-theme app-theme">{})"
        R"(<body class="utrecht-document app-broker">)"
        R"(<a class="nl-skip-link nl-skip-link--visible-on-focus" href="{}">{}</a>{})"
        R"(<div class="app-main"><div class="app-wrap"><main id="inhoud" tabindex="-1">)"
        R"(<div class="app-card app-card--topline app-stack app-narrow">{}{}</div>)"
        R"(</main></div></div>{}</body></html>)",
        frame.words.language, head(frame), markup::Url::fragment("inhoud"), frame.words.to_content,
        header(frame), switch_notice(frame), content, footer(frame.words));
    http::Response response{
        .status = frame.status, .headers = {}, .body = whole.text(), .embedded = {}};
    add_headers(response, frame.consumer_address);
    return response;
}

void add_headers(http::Response& response, std::string_view consumer_address) {
    // Browsers hold form-action against the redirects that follow a form as well.
    auto const policy = "default-src 'none'; script-src 'self'; style-src 'self'; "
                        "font-src 'self'; img-src 'self' data:; form-action 'self' " +
                        std::string{origin_of(consumer_address)} +
                        "; frame-ancestors 'none'; base-uri 'none'";
    response.headers.insert(response.headers.end(), {{"Content-Security-Policy", policy},
                                                     {"X-Frame-Options", "DENY"},
                                                     {"X-Content-Type-Options", "nosniff"},
                                                     {"Referrer-Policy", "no-referrer"},
                                                     {"Cache-Control", "no-cache, no-store"},
                                                     {"Pragma", "no-cache"}});
}

} // namespace broker::pages
