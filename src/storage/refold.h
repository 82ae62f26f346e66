#pragma once
#include "storage/driver/database.h"

#include <cstdint>

namespace storage {

/// Makes the columns for search and order anew where an older way of folding made them, and says of
/// how many rows. In transactions of so many rows, so that what is cut short goes on at the next
/// start; on PostgreSQL whoever writes meanwhile waits for one of them at most, on SQLite perhaps
/// for more. Does nothing, quickly, where nothing is to do.
std::int64_t refold(driver::Database& database, int at_once = 500);

} // namespace storage
