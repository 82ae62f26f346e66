#pragma once
#include "foundation/instant.h"
#include "storage/driver/database.h"

namespace storage {

/// What time it is for all programs on this database: by PostgreSQL's clock while the transaction
/// runs; SQLite, which is a file of this machine, takes the machine's.
foundation::Instant database_clock(driver::Transaction& transaction);

} // namespace storage
