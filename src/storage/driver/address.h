#pragma once
#include "foundation/secret.h"

#include <optional>
#include <string>
#include <string_view>

namespace storage::driver {

enum class Dialect { sqlite, postgresql };

/// Where the database is. One of
///     sqlite:/var/lib/mijnduo/mijnduo.db
///     sqlite::memory:                              one of its own, gone with the Database
///     postgresql://user:password@host:5432/name?sslmode=verify-full
///     postgresql:///name?host=/run/postgresql      a Unix socket
class DatabaseAddress {
public:
    static std::optional<DatabaseAddress> parse(std::string_view text);

    Dialect dialect() const { return dialect_; }
    /// For logs: says which database, never the password.
    std::string const& printable() const { return printable_; }
    /// The path of the file, or all that libpq needs to know.
    foundation::Secret<std::string> const& location() const { return location_; }
    bool in_memory() const;

private:
    DatabaseAddress(Dialect dialect, std::string location, std::string printable)
        : dialect_(dialect)
        , location_(std::move(location))
        , printable_(std::move(printable)) {}

    Dialect dialect_;
    foundation::Secret<std::string> location_;
    std::string printable_;
};

} // namespace storage::driver
