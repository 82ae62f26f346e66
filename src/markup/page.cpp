#include "markup/page.h"

#include "markup/assets.h"
#include "markup/heading.h"

namespace markup {
namespace {

Html head(Page const& page) {
    return html(R"(<head><meta charset="utf-8">)"
                R"(<meta name="viewport" content="width=device-width, initial-scale=1">)"
                R"(<title>{}{} - {}</title><meta name="color-scheme" content="light dark">)"
                R"(<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>)"
                R"(<link rel="stylesheet" href="{}"><link rel="icon" href="data:,">)"
                R"(<script src="{}" defer></script></head>)",
                page.has_mistakes ? page.words.mistake_in_title : "", page.title, page.brand.name,
                font_url(), stylesheet_url(), script_url());
}

/// Our own mark: no emblem of the state or of eHerkenning (ui.md, "Grenzen").
Html mark() {
    return html(R"(<svg class="app-brand__mark" viewbox="0 0 44 44" aria-hidden="true")"
                R"( focusable="false"><rect width="44" height="44" rx="8" fill="#0d566b"></rect>)"
                R"(<path d="M11 29V16l11 8 11-8v13" fill="none" stroke="#fff")"
                R"( stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"></path>)"
                R"(<path d="M11 35h22" stroke="#8fcadb" stroke-width="3")"
                R"( stroke-linecap="round"></path></svg>)");
}

Html brand(Brand const& brand) {
    auto const words = html(R"(<span><span class="app-brand__name">{}</span>)"
                            R"(<span class="app-brand__owner">{}</span></span>)",
                            brand.name, brand.owner);
    if (!brand.home)
        return html(R"(<span class="app-brand">{}</span>)", words);
    return html(R"(<a class="app-brand" href="{}">{}{}</a>)", *brand.home, mark(), words);
}

Html language_switch(LanguageSwitch const& other) {
    if (!other.posts)
        return html(R"(<a class="nl-link app-lang" href="{}" lang="{}" hreflang="{}">{}</a>)",
                    other.to, other.language, other.language, other.label);
    return html(R"(<form method="post" action="{}">{}<button class="app-linkbutton app-lang")"
                R"( type="submit" lang="{}">{}</button></form>)",
                other.to, each(other.hidden, hidden), other.language, other.label);
}

Html user(PageWords const& words, SignedIn const& user) {
    auto const log_out = post_button({.to = user.log_out,
                                      .button = {.label = words.log_out,
                                                 .weight = Weight::subtle,
                                                 .icon = "logout",
                                                 .compact = true},
                                      .hidden = user.hidden});
    return html(R"(<a class="app-user" href="{}">{}<span><span class="app-hidden">{}</span>)"
                R"(<span class="app-user__name">{}</span>)"
                R"(<span class="app-user__org">{}</span></span></a>{})",
                user.overview, icon("user"), words.to_overview_of, user.name, user.organisation,
                log_out);
}

Html tools(Page const& page) {
    Html tools;
    if (page.other_language)
        tools += language_switch(*page.other_language);
    if (page.user)
        tools += user(page.words, *page.user);
    return html(R"(<div class="app-header__tools{}">{}</div>)",
                page.user ? "" : " app-header__tools--public", tools);
}

Html header(Page const& page) {
    auto const band = html(R"(<div class="app-testband"><div class="app-wrap">{}</div></div>)",
                           page.words.test_band);
    return html(R"(<header class="app-header">{}<div class="app-header__bar"></div>)"
                R"(<div class="app-wrap app-header__row">{}{}</div></header>)",
                when(!page.words.test_band.empty(), band), brand(page.brand), tools(page));
}

Html columns(Page const& page) {
    auto main =
        html(R"(<main id="content" tabindex="-1"{}>{}</main>)",
             page.layout == Layout::aside ? Attributes{}.set("class", "app-stack app-stack--lg")
                                          : Attributes{},
             page.main);
    switch (page.layout) {
    case Layout::plain:
        return main;
    case Layout::side:
        return html(R"(<div class="app-cols app-cols--side">{}{}</div>)",
                    side_navigation(page.navigation), main);
    case Layout::aside:
        return html(R"(<div class="app-cols app-cols--aside">{}{}</div>)", main, page.aside);
    case Layout::home:
        return html(R"(<div class="app-cols app-cols--home">{}{}{}</div>)",
                    side_navigation(page.navigation), main, page.aside);
    }
    return main;
}

Html footer(Page const& page) {
    auto const links = each(page.footer, [](FooterLink const& one) {
        return html("<li>{}</li>", link(one.label, one.to));
    });
    auto const list =
        html(R"(<nav aria-label="{}"><ul>{}</ul></nav>)", page.words.footer_label, links);
    return html(R"(<footer class="app-footer utrecht-page-footer"><div class="app-wrap">)"
                R"({}<p>{}</p></div></footer>)",
                when(!page.footer.empty(), list), page.words.footer_sentence);
}

/// The button belongs to the page's kept form, so that what was typed goes along.
Html renew_button(SessionRenewal const& renewal) {
    if (!renewal.keeps_form)
        return button_link({.label = renewal.renew_label}, renewal.renew);
    return html(R"(<button class="nl-button nl-button--primary" type="submit" form="kept-form")"
                R"( name="inloggen" value="ja"><span class="nl-button__label">{}</span></button>)",
                renewal.renew_label);
}

Html session_renewal(SessionRenewal const& renewal) {
    return html(R"(<dialog class="app-dialog app-stack" id="session-renewal")"
                R"( aria-labelledby="session-renewal-title">{}{})"
                R"(<form class="app-actions" method="dialog">{})"
                R"(<button class="nl-button nl-button--secondary" type="submit">)"
                R"(<span class="nl-button__label">{}</span></button></form></dialog>)",
                heading(Level::two, renewal.heading, "session-renewal-title"),
                paragraph(renewal.explanation), renew_button(renewal), renewal.later_label);
}

Html session_warning(SessionEnd const& session) {
    return html(R"(<dialog class="app-dialog app-stack" id="session-warning" data-ended="{}")"
                R"( data-ahead="{}" aria-labelledby="session-warning-title">{}{})"
                R"(<form class="app-actions" method="post" action="{}">{}{}</form></dialog>{})",
                session.ended.text(), session.warned_before,
                heading(Level::two, session.heading, "session-warning-title"),
                paragraph(session.explanation), session.extend, each(session.hidden, hidden),
                button({.label = session.extend_label}), session_renewal(session.renewal));
}

} // namespace

Html page(Page const& page) {
    Attributes session;
    if (page.session)
        session.set("data-session-ends-in", page.session->in_seconds)
            .set("data-session-ends-at-most-in", page.session->renewal.in_seconds);
    return html(
        "<!doctype html>\n"
        R"(<html lang="{}" class="voorbeeld-theme app-theme">{})"
        R"(<body class="utrecht-document{}"{}>)"
        R"(<a class="nl-skip-link nl-skip-link--visible-on-focus" href="#content">{}</a>)"
        R"({}{}<div class="app-main"><div class="app-wrap">{}</div></div>{}{}</body></html>)",
        page.language, head(page), page.brand.broker_look ? " app-broker" : "", session,
        page.words.skip_to_content, header(page),
        breadcrumb(page.words.breadcrumb_label, page.breadcrumb), columns(page), footer(page),
        page.session ? session_warning(*page.session) : Html{});
}

} // namespace markup
