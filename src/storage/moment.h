#pragma once
#include "foundation/instant.h"
#include "storage/driver/database.h"

#include <optional>

namespace storage {

/// What time it is for all programs on this database: by PostgreSQL's clock while the transaction
/// runs; SQLite, which is a file of this machine, takes the machine's.
foundation::Instant database_clock(driver::Transaction& transaction);

/// From where an archive has the moment of a transaction (decision 0140), and by which clock mail
/// is due and leased (decision 0150).
enum class Moments {
    asked,    ///< the one handed in with each call: time stays in the hands of a test
    database, ///< the database's clock, the same for all nodes, once it is the transaction's turn
};

/// The moment of one transaction, found out once.
class Moment {
public:
    /// When there is one to be asked for, the question travels with the first statement.
    Moment(driver::Transaction& transaction, Moments from,
           std::optional<foundation::Instant> asked_at);
    foundation::Instant value();

private:
    driver::Transaction* transaction_;
    bool asked_ahead_ = false;
    std::optional<foundation::Instant> value_;
};

} // namespace storage
