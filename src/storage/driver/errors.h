#pragma once
#include "foundation/fault.h"

#include <string>

namespace storage::driver {

using foundation::Fault;

/// The database gave no answer at all: no connection came about, or one broke or stayed silent.
class Unreachable : public Fault {
public:
    using Fault::Fault;
};

/// Somebody else used the row or table that was wanted, for longer than agreed (SQLSTATE 55P03).
class InUse : public Fault {
public:
    using Fault::Fault;
};

/// Two transactions stood in each other's way (SQLSTATE 40001, 40P01); the same work may succeed
/// when it is done again from the start. See retrying().
class Conflict : public Fault {
public:
    using Fault::Fault;
};

/// A statement was prepared for tables as they were before a migration (SQLSTATE 0A000), or the
/// server no longer knows it (26000). The connection has forgotten what it had prepared: the same
/// work done again from the start prepares it anew.
class Outdated : public Conflict {
public:
    using Conflict::Conflict;
};

/// A row with this key is there already: mostly another transaction was first, and the work done
/// again sees its row. Where that is an expected outcome, `insert ... on conflict do nothing` and
/// the count of rows say so without an exception and leave the transaction whole.
class UniqueViolation : public Conflict {
public:
    explicit UniqueViolation(std::string key)
        : Conflict("there is already a row with the same " + key)
        , key_(std::move(key)) {}

    /// The same on both databases: "accounts(username)", "links(organisation, username)", or the
    /// name of the index when that is over an expression.
    std::string const& key() const { return key_; }

private:
    std::string key_;
};

} // namespace storage::driver
