#include "portal/acting/desk.h"

namespace portal {

bool still_live(Desk const& desk, Claim const& claim) {
    return desk.archive.look(desk.asked_at, [&](Records& records) {
        return live(claim, records, desk.policy).has_value();
    });
}

} // namespace portal
