#pragma once
#include "foundation/instant.h"
#include "storage/driver/database.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace storage {

/// One step of the schema: the file migrations/NNNN_name.sql, or a pair where the dialects differ.
struct Migration {
    std::int64_t number;
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgresql;
};

/// All of them, as they were when this program was built, in order.
std::span<Migration const> shipped_migrations();

/// What is done when somebody holds the tables that a migration needs. It never waits for them for
/// long, since everybody who reads them would wait behind it: it lets go and tries again.
struct Insistence {
    int tries = 60;
    std::function<void()> pause = nullptr; ///< between two tries; none: at once
};

/// Brings the database up to this program and returns the names of what was applied. Each migration
/// is one transaction, so one that is cut short happens wholly the next time; nodes that start
/// together take turns. Faults, in a sentence for the operator, when the database is newer than the
/// program or was made by other migrations than these, or when tables stay in use.
std::vector<std::string> migrate(driver::Database& database, foundation::Instant now,
                                 std::span<Migration const> migrations = shipped_migrations(),
                                 Insistence const& insistence = {});

/// What `migrate` would apply; changes nothing. Faults as it does.
std::vector<std::string>
missing_migrations(driver::Database& database,
                   std::span<Migration const> migrations = shipped_migrations());

/// Whether the database has this table already.
bool has_table(driver::Transaction& transaction, std::string_view name);

} // namespace storage
