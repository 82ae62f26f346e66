#include "portal/upkeep/night.h"

namespace portal::upkeep {

foundation::CivilDate night_owed(foundation::Instant now) {
    constexpr int hour = 3;
    auto const local = foundation::in_amsterdam(now);
    auto const day_before = std::chrono::sys_days{local.date} - std::chrono::days{1};
    return local.hour() >= hour ? local.date : foundation::CivilDate{day_before};
}

} // namespace portal::upkeep
