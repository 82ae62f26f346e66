#include "storage/migrate.h"

#include "foundation/digest.h"

namespace storage {

namespace {

using driver::Access;
using driver::Dialect;
using driver::Fault;
using driver::Statement;
using driver::Transaction;

constexpr auto versions_table = "create table if not exists schema_versions ("
                                " number bigint primary key,"
                                " name text not null,"
                                " sha256 text not null,"
                                " applied_at bigint not null)";

std::string_view sql_of(Migration const& migration, Dialect dialect) {
    return dialect == Dialect::sqlite ? migration.sqlite : migration.postgresql;
}

/// How many of the migrations the database has; they must be the first ones, letter for letter.
std::size_t applied(Transaction& transaction, std::span<Migration const> migrations) {
    static constexpr auto all =
        Statement{"select number, name, sha256 from schema_versions order by number"};
    auto const rows = transaction.query(all);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const row = rows[i];
        if (i == migrations.size() || row.integer(0) > migrations.back().number)
            throw Fault("The database was made by a newer version of Mijn DUO: it has migration " +
                        row.text(1) +
                        ", which this program does not know. Start the newer "
                        "version, or restore the backup of before the upgrade.");
        auto const& expected = migrations[i];
        if (row.integer(0) != expected.number)
            throw Fault("The database has migration " + row.text(1) + " without " +
                        std::string{expected.name} +
                        ", which comes before it. Migrations are "
                        "only ever added at the end: give the new one a higher number.");
        if (row.text(2) != foundation::sha256_hex(sql_of(expected, transaction.dialect())))
            throw Fault("Migration " + std::string{expected.name} +
                        " was changed after it had "
                        "been applied to this database. Restore the file as it was and put the "
                        "change in a new migration.");
    }
    return rows.size();
}

/// Its tables are in use by others.
struct Held {
    Migration const& migration;
};

void apply(Transaction& transaction, Migration const& migration, foundation::Instant now) {
    static constexpr auto note = Statement{
        "insert into schema_versions (number, name, sha256, applied_at) values ($1, $2, $3, $4)"};
    auto const sql = sql_of(migration, transaction.dialect());
    try {
        transaction.execute_script(std::string{sql});
    } catch (driver::InUse const&) {
        throw Held{migration};
    }
    transaction.send(note, migration.number, migration.name, foundation::sha256_hex(sql), now);
}

/// The next one that is missing; nothing when there is none.
Migration const* one_more(driver::Database& database, foundation::Instant now,
                          std::span<Migration const> migrations) {
    auto transaction = Transaction{database, Access::migrating};
    transaction.execute_script(versions_table);
    auto const count = applied(transaction, migrations);
    if (count < migrations.size())
        apply(transaction, migrations[count], now);
    transaction.commit();
    return count < migrations.size() ? &migrations[count] : nullptr;
}

} // namespace

std::vector<std::string> migrate(driver::Database& database, foundation::Instant now,
                                 std::span<Migration const> migrations,
                                 Insistence const& insistence) {
    std::vector<std::string> names;
    for (int tries = 1;;) {
        try {
            auto const* done = one_more(database, now, migrations);
            if (!done)
                return names;
            names.emplace_back(done->name);
            tries = 1;
        } catch (Held const& held) {
            if (++tries > insistence.tries)
                throw Fault("Migration " + std::string{held.migration.name} +
                            " was not applied: its tables are in use, also at try " +
                            std::to_string(insistence.tries) +
                            ". Nothing of it was kept. A report, a backup or a forgotten session "
                            "holds them: see pg_stat_activity, wait for it or end it, and start "
                            "again.");
            if (insistence.pause)
                insistence.pause();
        }
    }
}

bool has_table(Transaction& transaction, std::string_view name) {
    static constexpr auto in_sqlite = Statement{"select 1 from sqlite_master where name = $1"};
    static constexpr auto in_postgresql =
        Statement{"select 1 from information_schema.tables"
                  " where table_name = $1 and table_schema = current_schema()"};
    return !transaction
                .query(transaction.dialect() == Dialect::sqlite ? in_sqlite : in_postgresql, name)
                .empty();
}

std::vector<std::string> missing_migrations(driver::Database& database,
                                            std::span<Migration const> migrations) {
    auto transaction = Transaction{database, Access::reading};
    auto const count =
        has_table(transaction, "schema_versions") ? applied(transaction, migrations) : 0;
    std::vector<std::string> names;
    for (auto const& migration : migrations.subspan(count))
        names.emplace_back(migration.name);
    return names;
}

} // namespace storage
