#pragma once
#include "portal/signing_in/refused.h"
#include "web/context.h"

#include <string_view>

namespace web::signing_in {

/// A refusal as it is counted, logged and put by under the incident code of its page.
struct NotedRefusal {
    portal::Door door = portal::Door::eherkenning;
    portal::signing_in::Refused whose = portal::signing_in::Refused::stranger;
    std::string_view reason;
    std::string_view detail;
    std::string_view words; ///< the heading of the page
};
void take_note(Context const& context, NotedRefusal const& refusal);

} // namespace web::signing_in
