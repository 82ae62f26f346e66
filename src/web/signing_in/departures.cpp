#include "web/signing_in/departures.h"

#include "foundation/digest.h"
#include "web/signing_in/door.h"
#include "web/visitor.h"

#include <algorithm>

namespace web::signing_in {

using foundation::Instant;
using portal::signing_in::DepartureNote;
using portal::signing_in::Tickets;

namespace {

constexpr std::size_t most_departures = 4;
constexpr std::size_t named_by = 16; // so many characters of the handle

std::string prefix() { return std::string{browser_cookie} + '-'; }

std::string name_for(std::string_view relay) { return prefix().append(relay.substr(0, named_by)); }

/// The sealed departure that the browser has under this handle.
std::string brought(Context const& context, std::string_view relay) {
    if (relay.size() < named_by)
        return {};
    auto const cookies = http::cookies_of(context.request);
    return std::string{cookies.one(name_for(relay)).value_or("")};
}

http::SetCookie cookie(std::string name, std::string const& value) {
    auto made = browser_cookie_of(value);
    made.name = std::move(name);
    return made;
}

std::pair<std::string, std::string> without(std::string name) {
    return http::header_of(http::forgotten(cookie(std::move(name), "")));
}

/// The departures of this browser that make room for one more: what cannot be used any more, and
/// then the oldest.
std::vector<std::string> outlived(Context const& context) {
    auto const& site = context.site;
    std::vector<std::string> gone;
    std::vector<std::pair<Instant, std::string>> alive;
    for (auto const& [name, value] : http::cookies_of(context.request).starting_with(prefix())) {
        auto const note = portal::signing_in::unsealed(site.vault, value);
        if (note && context.now < note->pending.departed_at + site.policy.departure_lasts)
            alive.emplace_back(note->pending.departed_at, name);
        else
            gone.push_back(name);
    }
    std::ranges::sort(alive, std::greater{});
    for (std::size_t i = most_departures - 1; i < alive.size(); ++i)
        gone.push_back(alive[i].second);
    return gone;
}

} // namespace

bool may_leave(Context const& context) {
    return context.visitor.session || context.site.doorstep.may_sign(context.now);
}

void give(http::Response& response, Context const& context, Tickets const& tickets) {
    auto& headers = response.headers;
    headers.push_back(http::header_of(browser_cookie_of(tickets.browser)));
    headers.push_back(http::header_of(cookie(name_for(tickets.relay), tickets.departure)));
    for (auto& name : outlived(context))
        headers.push_back(without(std::move(name)));
}

std::optional<DepartureNote> departure_of(Context& context, portal::Door door,
                                          std::string const& relay, std::string_view message) {
    auto const& site = context.site;
    auto note = portal::signing_in::brought_back(
        site.vault, site.policy,
        {.browser = browser_of(context), .relay = relay, .departure = brought(context, relay)},
        context.now, door);
    if (!note)
        return std::nullopt;
    bool const first = site.doorstep.use_up(note->relay_digest);
    if (!site.doorstep.use_up(foundation::fingerprint(message)) || !first)
        return std::nullopt;
    if (!context.visitor.session)
        context.language = note->language;
    return note;
}

void take_away_used(http::Response& response, Context const& context, std::string const& relay) {
    // By a name that the browser itself has: the handle was written by whoever made the link.
    auto const note = portal::signing_in::unsealed(context.site.vault, brought(context, relay));
    if (note && context.site.doorstep.is_used_up(note->relay_digest))
        response.headers.push_back(without(name_for(relay)));
}

} // namespace web::signing_in
