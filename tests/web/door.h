#pragma once
#include "inside_house.h"

/// Goes out to eHerkenning and comes back as whoever the test says, in a browser that keeps
/// cookies.
namespace door {

/// Out, by this address, to the broker's own page.
void leave(world::Browser& browser, std::string const& address);
/// Who comes back.
struct Arriving {
    portal::Identity identity;
    portal::AssuranceLevel level = portal::AssuranceLevel::loa3;
    std::optional<std::string> branch_number{};
};
/// Back with an artifact; the page that it ends on.
http::Response const& back(inside::House& house, world::Browser& browser, Arriving const& arriving);
/// Back without anybody.
http::Response const& turned_back(inside::House& house, world::Browser& browser,
                                  portal::Rejection reason);

/// How many sessions this account has that are not over.
std::size_t live_sessions(inside::House& house, portal::Account const& account);

} // namespace door
