#pragma once
#include "foundation/instant.h"
#include "portal/identity.h"

#include <string>

namespace portal::signing_in {

/// Whose a refusal was, as far as is known. Each kind has a ring of its own, so that strangers
/// cannot push out what the helpdesk is asked about.
enum class Refused {
    departed, ///< came back from a departure of ours
    stranger  ///< belongs to no departure of ours: expired, used, or made up
};

/// So many of either kind can be found by their code (decision 0106).
constexpr int refusals_kept = 5000;

/// What the helpdesk finds by the incident code on a page of refusal (P3.3, P8.8). Nothing in it
/// says who the person was.
struct RefusedSignIn {
    std::string code;
    foundation::Instant at;
    Door door = Door::eherkenning;
    Refused whose = Refused::stranger;
    std::string reason; ///< as docs/operating.md explains it
    std::string detail; ///< the failed check; empty when the rules refused
    std::string words;  ///< the heading of the page, as the person read it
};

} // namespace portal::signing_in
