#include "web/signing_in/door.h"

#include "foundation/fault.h"
#include "markup/content_security_policy.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "portal/signing_in/sign_in.h"
#include "web/errors.h"
#include "web/frame.h"
#include "web/signing_in/asking.h"
#include "web/signing_in/busy.h"
#include "web/signing_in/departures.h"
#include "web/signing_in/refusals.h"
#include "web/signing_in/words.h"
#include "web/visitor.h"

#include <array>

namespace web::signing_in {

using markup::html;
using markup::Url;

namespace {

http::Response to(std::string_view path) {
    // A path that came with the departure was checked when it was stored; the overview is the rest.
    return http::see_other(http::Location::own(path).value_or(*http::Location::own("/overzicht")));
}

} // namespace

/// Sent along to the broker and back by a POST from another site, so SameSite must be None.
http::SetCookie browser_cookie_of(std::string const& value) {
    return {.name = std::string{browser_cookie},
            .value = value,
            .same_site = http::SameSite::none,
            .max_age = std::chrono::minutes{30}};
}

std::string browser_of(Context const& context) {
    auto const cookies = http::cookies_of(context.request);
    auto const value = cookies.one(browser_cookie);
    return value && value->size() == 32 ? std::string{*value} : std::string{};
}

http::Response leaving_page(Context const& context, portal::Departure const& departure,
                            std::string const& relay, Leaving const& said) {
    // Of this departure's address: the metadata may have been replaced since it was made.
    std::array const origins{portal::origin_of(departure.destination)};
    auto const action = Url::external(departure.destination, origins);
    foundation::ensure(action.has_value(), "the broker's address is not of its own origin");
    auto const form = html(R"(<form method="post" action="{}" data-submit="now">{}{}{}</form>)",
                           *action, markup::hidden({"SAMLRequest", departure.saml_request}),
                           markup::hidden({"RelayState", relay}),
                           markup::actions(markup::button({.label = std::string{said.button}})));
    auto main = markup::stack(markup::heading(markup::Level::one, said.heading) +
                              markup::paragraph(said.text) + form);
    auto response =
        page(context, {.title = std::string{said.heading}, .main = markup::narrow(main)});
    response.headers.emplace_back("Content-Security-Policy",
                                  markup::content_security_policy(origins));
    return response;
}

namespace {

/// What the browser brought: exactly one of each, from the query or from the form.
struct Brought {
    std::optional<std::string_view> artifact;
    std::optional<std::string_view> response;
    std::string relay;
};

Brought brought_in(http::Fields const& fields) {
    return {.artifact = fields.one("SAMLart"),
            .response = fields.one("SAMLResponse"),
            .relay = std::string{fields.one("RelayState").value_or("")}};
}

} // namespace

/// Signing in anew ends the session that the browser had (security.md H3, ASVS 7.2.4), also one
/// that ran out.
http::Response let_in(Context& context, portal::signing_in::SignedInVisitor const& visitor) {
    context.site.figures.count_sign_in();
    auto const& visitor_now = context.visitor;
    if (auto const& before = visitor_now.session ? visitor_now.session : visitor_now.former)
        context.site.archive.change(
            [&](portal::Records& records) { records.end_session(before->digest); });
    struct {
        portal::signing_in::SignedInVisitor const& visitor;
        http::Response operator()(portal::signing_in::SignedInAs const&) const {
            return to(visitor.session.return_path);
        }
        http::Response operator()(portal::signing_in::MustLink const&) const {
            return to("/koppelen");
        }
        http::Response operator()(portal::signing_in::MustChoose const&) const {
            return to("/account-kiezen");
        }
        http::Response operator()(portal::signing_in::Refusal const&) const { return to("/"); }
    } where{visitor};
    auto response = std::visit(where, visitor.verdict);
    response.headers.push_back(http::header_of(session_cookie_of(visitor.token)));
    return response;
}

namespace {

/// 9.22: the messages by their names, so that they can be found again at the broker; a digest
/// stands for the person.
void note_arrival(Context const& context, portal::Arrival const& arrival,
                  std::string_view outcome) {
    auto const& identity = arrival.identity;
    auto const person = context.site.vault.key.keyed_digest("arrival", identity.pseudonym + ':' +
                                                                           identity.kvk.text());
    std::string line = "arrival outcome=";
    line.append(outcome).append(" incident=").append(context.incident);
    line.append(" request=").append(arrival.request_id);
    line.append(" response=").append(arrival.response_id);
    line.append(" assertion=").append(arrival.assertion_id);
    line.append(" authority=").append(arrival.authenticating_authority);
    line.append(" level=").append(name_of(arrival.level)).append(" person=");
    context.site.log(line.append(person.substr(0, 16)));
}

http::Response arrived(Context& context, portal::Arrival const& arrival,
                       portal::signing_in::DepartureNote const& note) {
    auto const outcome =
        portal::signing_in::arrive(context.site.archive, context.site.vault, context.site.policy,
                                   arrival, note, context.incident, context.now);
    auto const* refusal = std::get_if<portal::signing_in::Refusal>(&outcome);
    bool const taken = std::holds_alternative<portal::signing_in::SignedInVisitor>(outcome);
    note_arrival(context, arrival, refusal ? "refused" : taken ? "taken" : "replayed");
    if (refusal)
        return turned_away(context, *refusal, note);
    if (auto const* visitor = std::get_if<portal::signing_in::SignedInVisitor>(&outcome))
        return let_in(context, *visitor);
    if (std::holds_alternative<portal::signing_in::DepartureUsed>(outcome))
        return departure_unknown(context);
    return turned_away(context,
                       portal::Rejected{.reason = portal::Rejection::message_refused,
                                        .detail = "9.10 assertion seen before"},
                       &note);
}

http::Response rejected(Context& context, portal::Rejected const& why,
                        portal::signing_in::DepartureNote const* note = nullptr) {
    if (note)
        portal::signing_in::note_rejection(context.site.archive, context.site.policy, why.reason,
                                           *note, context.incident, context.now);
    return turned_away(context, why, note);
}

} // namespace

http::Response received(Context& context,
                        std::expected<portal::Arrival, portal::Rejected> const& arrival,
                        portal::signing_in::DepartureNote const& note) {
    return arrival ? arrived(context, *arrival, note) : rejected(context, arrival.error(), &note);
}

namespace {

http::Response with_artifact(Context& context, std::string_view text, std::string const& relay) {
    auto& broker = context.site.broker;
    auto const artifact = broker.read_artifact(text);
    if (!artifact)
        return rejected(context, artifact.error());
    auto const note = departure_of(context, portal::Door::eherkenning, relay, text);
    if (!note)
        return departure_unknown(context);
    return asked_at_the_broker(context, *artifact, *note);
}

/// Only for a broker outside eHerkenning; otherwise a posted Response is refused (security.md A3).
http::Response with_response(Context& context, std::string_view text, std::string const& relay) {
    auto& broker = context.site.broker;
    if (!broker.takes_posted_responses())
        return rejected(context, {.reason = portal::Rejection::message_refused,
                                  .detail = "9.3 response posted"});
    auto const note = departure_of(context, portal::Door::eherkenning, relay, text);
    if (!note)
        return departure_unknown(context);
    return received(context, broker.receive_posted(text, note->pending, context.now), *note);
}

http::Response came_back(Context& context, Brought const& brought) {
    if (brought.relay.size() > 80 || brought.artifact.has_value() == brought.response.has_value())
        return rejected(
            context, {.reason = portal::Rejection::message_refused, .detail = "9.3 one artifact"});
    return brought.artifact ? with_artifact(context, *brought.artifact, brought.relay)
                            : with_response(context, *brought.response, brought.relay);
}

http::Response came_back(Context& context, http::Fields const& fields) {
    auto const brought = brought_in(fields);
    auto response = came_back(context, brought);
    if (!context.errand) {
        take_away_used(response, context, brought.relay);
        return response;
    }
    context.errand->answer = [answer = std::move(context.errand->answer),
                              relay = brought.relay](Context& then, http::End end) {
        auto answered = answer(then, end);
        take_away_used(answered, then, relay);
        return answered;
    };
    return {};
}

/// P3.2: what the task at this address wants, also when it is a page further on in the task.
portal::AssuranceLevel level_wanted(Site const& site, std::string_view path) {
    constexpr std::string_view tasks = "/taken/";
    if (!path.starts_with(tasks))
        return site.policy.least_level;
    auto const code = path.substr(tasks.size());
    auto const* task = site.catalogue.task(code.substr(0, code.find_first_of("/?#")));
    return task ? std::max(task->least_level, site.policy.least_level) : site.policy.least_level;
}

} // namespace

http::Response depart(Context& context) {
    auto& site = context.site;
    auto const& visitor = context.visitor;
    auto const own = http::Location::own(context.query.one("terug").value_or(""));
    auto const path = own ? own->text() : std::string{};
    auto const level = level_wanted(site, path);
    bool const again = context.query.one("opnieuw") == "1";
    auto const from = portal::signing_in::goes_on(visitor.session, portal::Door::eherkenning);
    if (from.account && !again && visitor.standing->level >= level)
        return to(path);
    if (!may_leave(context))
        return busy(context);
    auto const departure = site.broker.send_off(site.vault.randomness, context.now, level);
    auto const tickets = portal::signing_in::depart(
        site.vault,
        {.request_id = departure.request_id, .departed_at = context.now, .minimum_level = level},
        browser_of(context), path, context.language, from);
    auto const& said = words(context.language);
    auto response = leaving_page(
        context, departure, tickets.relay,
        {.heading = said.leaving, .text = said.leaving_text, .button = said.leaving_button});
    give(response, context, tickets);
    return response;
}

http::Response come_back(Context& context) { return came_back(context, context.query); }

http::Response come_back_sent(Context& context) { return came_back(context, context.form); }

http::Response metadata_of(Context const& context, std::string const& text) {
    auto const tag = '"' + foundation::fingerprint(text).substr(0, 32) + '"';
    if (http::already_has(context.request, tag))
        return http::not_modified(tag);
    http::Response response;
    response.content_type = "application/samlmetadata+xml";
    // Asked again each time, and answered without the text when it is still the same.
    response.headers = {{"ETag", tag}, {"Cache-Control", "no-cache"}};
    response.body = text;
    return response;
}

http::Response metadata(Context& context) {
    return metadata_of(context,
                       context.site.broker.metadata(context.site.vault.randomness, context.now));
}

} // namespace web::signing_in
