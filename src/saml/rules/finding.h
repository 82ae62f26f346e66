#pragma once
#include "portal/signing_in/broker.h"

#include <optional>
#include <string>
#include <string_view>

namespace saml::rules {

/// What a rule has against a message; nothing when it has none. The detail begins with the number
/// of the item of eherkenning.md section 9 and is the same for ever: tests and alarms name it.
using Finding = std::optional<portal::Rejected>;

inline Finding refused(std::string_view detail,
                       portal::Rejection reason = portal::Rejection::message_refused) {
    return portal::Rejected{.reason = reason, .detail = std::string{detail}};
}

} // namespace saml::rules
