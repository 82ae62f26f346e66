#pragma once
#include "foundation/civil_date.h"
#include "portal/correspondence/mail.h"

#include <string>

namespace delivery {

/// "23 november 2026", "23 November 2026".
std::string day_in_words(foundation::CivilDate date, portal::Language language);

/// "24 november 2026, 14.32 uur" on the clock of Amsterdam. Seconds are left off, never rounded up:
/// a code holds at least until the time that is told.
std::string moment_in_words(foundation::Instant at, portal::Language language);

} // namespace delivery
