#include "door.h"

#include "foundation/text.h"

#include <algorithm>

namespace door {

namespace {

std::string relay_of(world::Browser const& browser) {
    auto const fields = browser.form("https://makelaar.example/sso").value();
    return std::ranges::find(fields, std::string{"RelayState"},
                             &std::pair<std::string, std::string>::first)
        ->second;
}

http::Response const& arrive(inside::House& house, world::Browser& browser) {
    auto const artifact = foundation::random_hex(house.randomness, 8);
    return browser.get("/saml/acs?SAMLart=" + artifact + "&RelayState=" + relay_of(browser));
}

} // namespace

void leave(world::Browser& browser, std::string const& address) { browser.get(address); }

http::Response const& back(inside::House& house, world::Browser& browser,
                           Arriving const& arriving) {
    house.broker.arrival = portal::Arrival{.request_id = {},
                                           .response_id = {},
                                           .assertion_id = {},
                                           .assertion_expires_at = {},
                                           .authenticated_at = {},
                                           .identity = arriving.identity,
                                           .raw_pseudonym = {},
                                           .pseudonym_qualifier = {},
                                           .rsin = {},
                                           .branch_number = arriving.branch_number,
                                           .organisation_name = {},
                                           .level = arriving.level,
                                           .authenticating_authority = {}};
    return arrive(house, browser);
}

http::Response const& turned_back(inside::House& house, world::Browser& browser,
                                  portal::Rejection reason) {
    house.broker.arrival.reset();
    house.broker.rejection = reason;
    return arrive(house, browser);
}

std::size_t live_sessions(inside::House& house, portal::Account const& account) {
    auto const sessions = house.archive->look(
        [&](portal::Records& records) { return records.sessions_of(account.id); });
    return static_cast<std::size_t>(std::ranges::count_if(
        sessions, [&](auto const& session) { return !session.over(house.policy, house.now); }));
}

} // namespace door
