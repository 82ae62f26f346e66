#include "portal/signing_in/broker.h"

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

} // namespace portal
