#include "web/signing_in/staff_door.h"

#include "portal/signing_in/staff_sign_in.h"
#include "web/errors.h"
#include "web/signing_in/busy.h"
#include "web/signing_in/departures.h"
#include "web/signing_in/door.h"
#include "web/signing_in/staff_refusals.h"
#include "web/signing_in/staff_words.h"

namespace web::signing_in {

namespace {

constexpr std::size_t longest_relay = 80; // SAML bindings 3.5.3

http::Response rejected(Context& context, portal::Rejected const& why,
                        portal::signing_in::DepartureNote const* note = nullptr) {
    if (note)
        portal::signing_in::note_rejection(context.site.archive, context.site.policy, why.reason,
                                           *note, context.incident, context.now);
    return staff_turned_away(context, why, note);
}

http::Response refused(Context& context, std::string_view detail) {
    return rejected(context,
                    {.reason = portal::Rejection::message_refused, .detail = std::string{detail}});
}

http::Response arrived(Context& context, portal::StaffArrival const& arrival,
                       portal::signing_in::DepartureNote const& note) {
    auto const outcome =
        portal::signing_in::arrive(context.site.archive, context.site.vault, context.site.policy,
                                   arrival, note, context.incident, context.now);
    if (auto const* refusal = std::get_if<portal::signing_in::StaffRefusal>(&outcome))
        return staff_turned_away(context, *refusal, note);
    if (auto const* visitor = std::get_if<portal::signing_in::SignedInVisitor>(&outcome))
        return let_in(context, *visitor);
    if (std::holds_alternative<portal::signing_in::DepartureUsed>(outcome))
        return staff_departure_unknown(context);
    return staff_turned_away(context,
                             portal::Rejected{.reason = portal::Rejection::message_refused,
                                              .detail = "9.10 assertion seen before"},
                             &note);
}

http::Response with_response(Context& context, std::string_view response,
                             std::string const& relay) {
    auto const note = departure_of(context, portal::Door::agency, relay, response);
    if (!note)
        return staff_departure_unknown(context);
    auto const arrival =
        context.site.agency_provider->receive_posted(response, note->pending, context.now);
    return arrival ? arrived(context, *arrival, *note) : rejected(context, arrival.error(), &*note);
}

} // namespace

http::Response depart_as_staff(Context& context) {
    auto& site = context.site;
    if (!site.agency_provider)
        return not_found(context);
    auto const own = http::Location::own(context.query.one("terug").value_or("/dienst"));
    if (!may_leave(context))
        return busy(context);
    auto const departure = site.agency_provider->send_off(site.vault.randomness, context.now);
    auto const tickets = portal::signing_in::depart(
        site.vault,
        {.request_id = departure.request_id,
         .departed_at = context.now,
         .minimum_level = portal::AssuranceLevel::loa1},
        browser_of(context), own ? own->text() : "/dienst", context.language,
        portal::signing_in::goes_on(context.visitor.session, portal::Door::agency));
    auto const& said = staff_words(context.language);
    auto response = leaving_page(
        context, departure, tickets.relay,
        {.heading = said.leaving, .text = said.leaving_text, .button = said.leaving_button});
    give(response, context, tickets);
    return response;
}

http::Response come_back_as_staff(Context& context) {
    if (!context.site.agency_provider)
        return not_found(context);
    auto const response = context.form.one("SAMLResponse");
    auto const relay = std::string{context.form.one("RelayState").value_or("")};
    if (!response || context.form.one("SAMLart") || relay.size() > longest_relay)
        return refused(context, "9.3 one response");
    auto page = with_response(context, *response, relay);
    take_away_used(page, context, relay);
    return page;
}

http::Response staff_metadata(Context& context) {
    if (!context.site.agency_provider)
        return not_found(context);
    return metadata_of(context,
                       context.site.agency_provider->metadata(context.site.vault.randomness));
}

} // namespace web::signing_in
