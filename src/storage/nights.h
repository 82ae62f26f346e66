#pragma once
#include "portal/upkeep/night.h"
#include "storage/driver/database.h"

#include <optional>

namespace storage {

// Of all programs on a database one does the nightly job that is owed (P8.14). `now` is the
// database's clock; a program that is at it says so once in a while, or the night is taken from it.

/// Whether the night has come to its end.
bool is_done(driver::Transaction& transaction, foundation::CivilDate night);

/// Takes it for five minutes. False when it is done, or when somebody else is at it.
bool take_night(driver::Transaction& transaction, foundation::CivilDate night,
                foundation::Instant now);

/// For five minutes more. False when it is another's by now.
bool hold_night(driver::Transaction& transaction, portal::upkeep::Night const& night,
                foundation::Instant now);

/// Gives it up, to be taken again from that moment on.
void put_off_night(driver::Transaction& transaction, portal::upkeep::Night const& night,
                   foundation::Instant until);

/// It has come to its end; whoever did it, and whether or not it had been taken.
void keep_night(driver::Transaction& transaction, portal::upkeep::Night const& night);

/// The last one that came to its end.
std::optional<portal::upkeep::Night> last_night(driver::Database& database);

} // namespace storage
