#include "portal/signing_in/broker.h"

#include <algorithm>

namespace portal {

std::string_view name_of(Rejection reason) {
    switch (reason) {
    case Rejection::cancelled:
        return "cancelled";
    case Rejection::level_too_low:
        return "level too low";
    case Rejection::chain_mandate:
        return "chain mandate";
    case Rejection::not_served:
        return "not served";
    case Rejection::broker_unavailable:
        return "broker unavailable";
    case Rejection::message_refused:
        return "message refused";
    }
    return "";
}

bool has_disturbance(BrokerCondition const& condition, foundation::Instant now) {
    return condition.circuit != Circuit::State::closed ||
           std::ranges::any_of(condition.expiries, [&](keys::Expiry const& each) {
               return each.holding == keys::Holding::broker_metadata && now >= each.until;
           });
}

std::string origin_of(std::string_view address) {
    auto const scheme = address.find("://");
    auto const host = scheme == std::string_view::npos ? 0 : scheme + 3;
    return std::string{address.substr(0, address.find_first_of("/?#", host))};
}

} // namespace portal
