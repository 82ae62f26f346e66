#include "portal/acting/desk.h"

namespace portal {

bool still_live(Desk const& desk, Claim const& claim) {
    return desk.archive.look(desk.asked_at, [&](Records& records) {
        return live(claim, records, desk.policy).has_value();
    });
}

std::optional<std::string> given_before(Desk const& desk, Claim const& claim,
                                        std::string_view act) {
    if (!claim.ticket())
        return std::nullopt;
    return desk.archive.look(desk.asked_at, [&](Records& records) {
        auto const change = Change::by(claim, records, desk.policy);
        return change ? change->given_before(act) : std::optional<std::string>{};
    });
}

} // namespace portal
