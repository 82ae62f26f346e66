#pragma once
#include "foundation/secret.h"
#include "storage/driver/connection.h"

#include <memory>
#include <string>

struct pg_conn; // PGconn, without libpq's header

namespace storage::driver {

struct ReleaseLink {
    void operator()(pg_conn* link) const;
};
using Link = std::unique_ptr<pg_conn, ReleaseLink>;

/// To the server that the address names, in pipeline mode and not blocking. Throws Unreachable when
/// none comes about in time.
Link linked(foundation::Secret<std::string> const& location, Patience const& patience,
            Deadline deadline);

} // namespace storage::driver
