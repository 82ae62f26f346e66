#pragma once
#include "foundation/digest.h"
#include "storage/driver/database.h"

namespace storage {

// P8.14: a program with another master key than the one that a database was made with could open
// nothing in it, and what it would write nobody else could open. It must not start.

/// What the database says of a key.
enum class KeyVerdict {
    own,      ///< it is the one
    unproven, ///< there is nothing yet by which that could be told
    foreign,
};

/// By the check value; before there is one, by what the key sealed and digested in earlier
/// versions.
KeyVerdict verdict_on(foundation::MasterKey const& key, driver::Transaction& transaction);

/// What an operator is told of a foreign one.
inline constexpr auto foreign_key_told =
    "The master key ([server] master_key) is not the one that this database was made with. "
    "Configure "
    "the key that belongs to this database, or the database that belongs to this key; after a "
    "restore that is the key of the backup's time.";

/// Faults when the key is foreign; says nothing of a database that lacks a migration for it.
void refuse_foreign_key(driver::Database& database, foundation::MasterKey const& key);

/// The same, and keeps the check value when there is none yet: one program does, the others find
/// it.
void settle_key(driver::Database& database, foundation::MasterKey const& key);

/// From now on this key is the database's. What the former one sealed and digested is lost.
void adopt_key(driver::Database& database, foundation::MasterKey const& key);

} // namespace storage
