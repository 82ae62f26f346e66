#include "web/public_pages/public_pages.h"

#include "markup/alert.h"
#include "markup/data_list.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/tiles.h"
#include "portal/administration/users.h"
#include "web/errors.h"
#include "web/frame.h"
#include "web/public_pages/form_download.h"
#include "web/public_pages/language.h"
#include "web/public_pages/words.h"
#include "web/visitor.h"

#include <array>
#include <fmt/format.h>

namespace web::public_pages {

using markup::html;
using markup::Html;
using markup::Url;

namespace {

Words const& said(Context const& context) { return words(context.language); }

http::Response plain(Context const& context, std::string_view heading, Html const& content) {
    auto main = markup::stack(markup::heading(markup::Level::one, heading) + content,
                              markup::Spacing::large);
    return page(context, {.title = std::string{heading}, .main = markup::narrow(main)});
}

/// Where the visitor was going, when it is a path of ours.
std::optional<Url> return_path(Context const& context) {
    auto const asked = context.query.one("terug");
    return asked && !asked->empty() ? Url::same_site(*asked) : std::nullopt;
}

Url with_return(Context const& context, Url url) {
    auto const back = return_path(context);
    return back ? url.with("terug", back->text()) : url;
}

Html form_link(Context const& context) {
    return html("<p>{}</p>",
                markup::link(said(context).form_link, Url::path("/formulier-beheerder.pdf")));
}

/// Above the way in, so that nobody goes to the broker in vain.
Html disturbance(Context const& context) {
    if (!portal::has_disturbance(context.site.broker.condition(context.now), context.now))
        return {};
    return markup::alert({.tone = markup::Tone::warning,
                          .heading = std::string{said(context).disturbance},
                          .body = markup::paragraph(said(context).disturbance_text)});
}

http::Response start(Context& context) {
    auto const& words = said(context);
    std::vector<markup::Tile> sectors;
    sectors.reserve(context.site.catalogue.sectors.size());
    for (auto const& sector : context.site.catalogue.sectors)
        sectors.push_back({.icon = "school",
                           .label = sector.name.in(context.language),
                           .to = with_return(context, Url::path("/inloggen/{}", sector.code)),
                           .explanation = sector.explanation.in(context.language),
                           .arrow = true});
    auto const first_time = markup::card_section(
        markup::CardLook::flat,
        {.id = "eerste",
         .heading = std::string{words.first_time},
         .body = markup::paragraph(words.first_time_text) +
                 html("<p>{}</p>",
                      markup::link(words.problems_short, Url::path("/problemen-met-inloggen"))) +
                 form_link(context)});
    auto main = markup::stack(markup::heading(markup::Level::one, words.sign_in) +
                                  disturbance(context) + markup::lead(words.choose_sector) +
                                  markup::tiles(sectors, markup::TileWidth::wide) + first_time,
                              markup::Spacing::large);
    return page(context, {.title = std::string{words.sign_in}, .main = std::move(main)});
}

http::Response sector(Context& context) {
    auto const* sector = context.site.catalogue.sector(context.parts.front());
    if (!sector)
        return not_found(context);
    auto const& words = said(context);
    auto const sign_in = markup::card_section(
        markup::CardLook::topline,
        {.id = "inloggen",
         .heading = std::string{words.sign_in},
         .body = markup::paragraph(words.with_means_text) +
                 html("<p>{}</p>",
                      markup::button_link({.label = std::string{words.with_means}, .icon = "key"},
                                          with_return(context, Url::path("/saml/login"))))});
    auto const needed = markup::section({.id = "nodig",
                                         .heading = std::string{words.what_needed},
                                         .body = markup::paragraph(words.what_needed_text)});
    auto const links =
        html("<p>{}</p><p>{}</p>",
             markup::link(words.problems_short, Url::path("/problemen-met-inloggen")),
             markup::link(words.other_sector, Url::path("/"))) +
        form_link(context);
    return plain(context, sector->name.in(context.language),
                 disturbance(context) + sign_in + needed + links);
}

http::Response text_page(Context const& context, TextPage const& text, Html const& more = {}) {
    Html content = markup::lead(text.lead);
    for (auto const& passage : text.passages) {
        if (!passage.heading.empty())
            content += markup::heading(markup::Level::two, passage.heading);
        content += markup::paragraph(passage.text);
    }
    auto main = markup::stack(markup::heading(markup::Level::one, text.heading) + content + more);
    return page(context, {.title = std::string{text.heading}, .main = markup::narrow(main)});
}

http::Response problems(Context& context) {
    auto const& words = said(context);
    return text_page(context, words.problems,
                     markup::heading(markup::Level::two, words.form_heading) +
                         markup::paragraph(words.form_text) + form_link(context));
}
http::Response terms(Context& context) { return text_page(context, said(context).terms); }
http::Response privacy(Context& context) { return text_page(context, said(context).privacy); }
http::Response cookies(Context& context) { return text_page(context, said(context).cookies); }
http::Response accessibility(Context& context) {
    return text_page(context, said(context).accessibility);
}

http::Response contact(Context& context) {
    auto const& words = said(context);
    Html content = markup::lead(words.contact_text) + markup::paragraph(words.contact_hours);
    for (auto const& sector : context.site.catalogue.sectors)
        content += markup::heading(markup::Level::two, sector.name.in(context.language)) +
                   markup::data_list(
                       {{.key = std::string{words.contact_mail},
                         .value = markup::link(sector.mail, Url::mail_to(sector.mail))},
                        {.key = std::string{words.contact_phone},
                         .value = markup::link(sector.phone, Url::telephone(sector.phone))}});
    return plain(context, words.contact, content);
}

http::Response show_revocation(Context const& context, markup::FieldState const& state) {
    auto const& words = said(context);
    auto const field = markup::text_field(form_words(context),
                                          {.question = {.id = "intrekcode",
                                                        .label = std::string{words.revoke_code},
                                                        .hint = std::string{words.revoke_hint},
                                                        .help = std::string{words.revoke_help}},
                                           .state = {.value = {}, .error = state.error},
                                           .autocomplete = "off",
                                           .autocapitalize = "characters",
                                           .monospace = true,
                                           .spellcheck = false,
                                           .width = markup::Width::medium});
    auto const form = markup::form(
        {.to = Url::path("/koppeling-intrekken"),
         .hidden = {form_token(context)},
         .body = field + markup::actions(markup::button(
                             {.label = std::string{words.revoke_button}, .icon = "link-off"})),
         .autocomplete = false});
    markup::Mistakes mistakes;
    mistakes.note("intrekcode", state);
    auto main =
        markup::stack(markup::error_summary(shared_words(context).summary_heading, mistakes.all()) +
                          markup::heading(markup::Level::one, words.revoke) +
                          markup::paragraph(words.revoke_text) + form,
                      markup::Spacing::large);
    return page(context,
                {.title = std::string{words.revoke},
                 .main = markup::narrow(main),
                 .has_mistakes = !state.error.empty()},
                state.error.empty() ? 200 : 422);
}

http::Response revocation(Context& context) { return show_revocation(context, {}); }

/// The answer is the same whether or not the code belongs to an account (L4).
http::Response revocation_sent(Context& context) {
    auto const& words = said(context);
    auto const typed = context.field("intrekcode");
    auto const code = portal::Code::parse(typed);
    if (!code)
        return show_revocation(context, {.error = std::string{typed.empty() ? words.revoke_missing
                                                                            : words.revoke_typo}});
    portal::administration::unlink_with_revocation_code(context.site.archive, context.site.vault,
                                                        *code, context.now);
    return http::see_other(*http::Location::own("/koppeling-intrekken/gelukt"));
}

http::Response revoked(Context& context) {
    auto const& words = said(context);
    return plain(context, words.revoked, markup::paragraph(words.revoked_text));
}

/// By the door of the session that ran out, as far as one can tell.
Html sign_in_again(Context const& context) {
    auto const& former = context.visitor.former;
    bool const staff = former && former->door == portal::Door::agency;
    return html("<p>{}</p>",
                markup::button_link(
                    {.label = std::string{said(context).sign_in_again}},
                    with_return(context, staff ? sign_in_at(former->door) : Url::path("/"))));
}

http::Response signed_out(Context& context) {
    auto const& words = said(context);
    return plain(context, words.signed_out,
                 markup::paragraph(words.signed_out_text) + sign_in_again(context));
}

http::Response session_over(Context& context) {
    auto const& words = said(context);
    return plain(context, words.session_over,
                 markup::paragraph(return_path(context) ? words.session_over_kept
                                                        : words.session_over_text) +
                     sign_in_again(context));
}

http::Response security_text(Context& context) {
    auto const& sectors = context.site.catalogue.sectors;
    auto const contact = sectors.empty() ? std::string{} : sectors.front().mail;
    auto const expires =
        std::chrono::floor<std::chrono::days>(context.now) + std::chrono::days{180};
    return http::text(200, fmt::format("Contact: mailto:{}\nExpires: {}\n"
                                       "Preferred-Languages: nl, en\nCanonical: "
                                       "{}/.well-known/security.txt\n",
                                       contact, foundation::rfc3339(expires),
                                       context.site.settings.public_url));
}

http::Response robots(Context&) { return http::text(200, "User-agent: *\nDisallow: /\n"); }

using http::Method;

constexpr std::array<Route, 17> table{{
    {Method::get, "/", Who::anyone, start},
    {Method::get, "/inloggen/{}", Who::anyone, sector},
    {Method::get, "/contact", Who::anyone, contact},
    {Method::get, "/problemen-met-inloggen", Who::anyone, problems},
    {Method::get, "/formulier-beheerder.pdf", Who::anyone, appointment_form},
    {Method::get, "/gebruikersvoorwaarden", Who::anyone, terms},
    {Method::get, "/privacy", Who::anyone, privacy},
    {Method::get, "/cookies", Who::anyone, cookies},
    {Method::get, "/toegankelijkheid", Who::anyone, accessibility},
    {Method::get, "/koppeling-intrekken", Who::anyone, revocation},
    {Method::post, "/koppeling-intrekken", Who::anyone, revocation_sent},
    {Method::get, "/koppeling-intrekken/gelukt", Who::anyone, revoked},
    {Method::get, "/uitgelogd", Who::anyone, signed_out},
    {Method::get, "/sessie-verlopen", Who::anyone, session_over},
    {Method::post, "/taal", Who::anyone, choose_language},
    {Method::get, "/.well-known/security.txt", Who::anyone, security_text},
    {Method::get, "/robots.txt", Who::anyone, robots},
}};

} // namespace

std::span<Route const> routes() { return table; }

} // namespace web::public_pages
