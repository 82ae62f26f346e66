#include "web/signing_in/asking.h"

#include "markup/heading.h"
#include "markup/layout.h"
#include "web/frame.h"
#include "web/signing_in/busy.h"
#include "web/signing_in/door.h"
#include "web/signing_in/refusals.h"
#include "web/signing_in/waiting_words.h"
#include "web/visitor_address.h"

namespace web::signing_in {

using markup::html;
using markup::Url;

namespace {

std::string browser_digest(Context const& context) {
    return context.site.vault.token_digest(browser_of(context));
}

/// In the language of the departure, unless the visitor just chose another.
void speak(Context& context, portal::signing_in::DepartureNote const& note) {
    if (!context.visitor.session && !context.query.one("taal"))
        context.language = note.language;
}

/// Asks again by itself, without script, and by a link.
http::Response waiting_page(Context& context, std::string const& number) {
    auto const& words = waiting_words(context.language);
    auto const again = Url::path("/saml/wachten").with("nummer", number);
    auto main = markup::stack(markup::heading(markup::Level::one, words.waiting) +
                                  markup::paragraph(words.waiting_text) +
                                  html("<p>{}</p>", markup::link(words.look, again)),
                              markup::Spacing::large);
    auto response =
        page(context, {.title = std::string{words.waiting}, .main = markup::narrow(main)});
    response.headers.emplace_back("Refresh", "1; url=" + again.text());
    return response;
}

http::Response made_to_wait(Context& context, std::shared_ptr<Call> call) {
    auto const number = new_number(context.site.vault.randomness, context.now);
    context.site.waiting_room->keep(number, std::move(call), context.now);
    return http::see_other(*http::Location::own("/saml/wachten?nummer=" + number));
}

http::Response answered(Context& context, std::shared_ptr<Call> const& call, http::End end) {
    if (end == http::End::crowded)
        return busy_after_coming_back(context);
    if (!call->is_answered())
        return made_to_wait(context, call);
    return received(context, call->answer(), call->visitor().note);
}

} // namespace

http::Response asked_at_the_broker(Context& context, portal::Artifact const& artifact,
                                   portal::signing_in::DepartureNote const& note) {
    auto& site = context.site;
    auto ask = [&site, artifact, pending = note.pending, now = context.now] {
        return site.broker.receive(artifact, pending, site.vault.randomness, now);
    };
    auto const call = site.waiting_room->admit(
        {.note = note, .browser = browser_digest(context)},
        visitor_address(context.request, site.settings.proxies), context.now, std::move(ask));
    if (!call)
        return busy_after_coming_back(context);
    context.errand = Errand{
        .work = [call] { call->make(); },
        .answer = [call](Context& then, http::End end) { return answered(then, call, end); }};
    return {};
}

http::Response wait(Context& context) {
    auto const number = std::string{context.query.one("nummer").value_or("")};
    auto const [call, is_answered] =
        context.site.waiting_room->find(number, browser_digest(context), context.now);
    if (!call && context.visitor.signed_in()) // fetched already
        return http::see_other(*http::Location::own("/overzicht"));
    if (!call) // a call of another process, which the next look may find; or never there
        return may_be_elsewhere(number, context.now) ? waiting_page(context, number)
                                                     : departure_unknown(context);
    speak(context, call->visitor().note);
    if (!is_answered)
        return waiting_page(context, number);
    return received(context, call->answer(), call->visitor().note);
}

} // namespace web::signing_in
