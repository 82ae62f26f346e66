#include "storage/migrate.h"
#include "storage/support/databases.h"

#include <atomic>
#include <set>
#include <thread>

namespace storage {
namespace {

using driver::Access;
using driver::Fault;
using driver::Statement;
using driver::Transaction;

using namespace std::chrono_literals;
using Names = std::vector<std::string>;

constexpr auto now = foundation::from_micros(1'800'000'000'000'000);

constexpr Migration people{.number = 1,
                           .name = "0001_people",
                           .sqlite = "create table people (id text primary key); -- ; '\n"
                                     "insert into people values ('a;b');",
                           .postgresql = "create table people (id text primary key); -- ; '\n"
                                         "insert into people values ('a;b');"};
constexpr Migration guard{
    .number = 2,
    .name = "0002_guard",
    .sqlite = "create trigger guard before delete on people begin\n"
              "  select raise(abort, 'people stay'); select 1;\nend;",
    .postgresql = "create function guard() returns trigger language plpgsql as $$\n"
                  "begin raise exception 'people stay'; end $$;\n"
                  "create trigger guard before delete on people execute function guard();"};
constexpr Migration broken{.number = 3,
                           .name = "0003_broken",
                           .sqlite = "create table half (id text); insert into nowhere values (1)",
                           .postgresql =
                               "create table half (id text); insert into nowhere values (1)"};
constexpr Migration mended{.number = 3,
                           .name = "0003_mended",
                           .sqlite = "create table half (id text)",
                           .postgresql = "create table half (id text)"};

class Migrating : public support::OnBothDatabases {
protected:
    std::string refusal(std::vector<Migration> const& migrations) {
        try {
            migrate(database(), now, migrations);
        } catch (Fault const& fault) {
            return fault.what();
        }
        return "";
    }
    std::string versions() {
        static constexpr auto all =
            Statement{"select number, name, applied_at from schema_versions order by number"};
        auto tx = Transaction{database(), Access::reading};
        std::string text;
        for (auto const row : tx.query(all))
            text += std::to_string(row.integer(0)) + " " + row.text(1) +
                    (row.instant(2) == now ? " now\n" : " at another time\n");
        return text;
    }
};
ON_BOTH_DATABASES(Migrating);

TEST_P(Migrating, applies_what_is_missing_and_says_what_that_was) {
    EXPECT_EQ(migrate(database(), now, std::vector{people}), Names{"0001_people"});
    EXPECT_EQ(migrate(database(), now, std::vector{people, guard}), Names{"0002_guard"});
    EXPECT_EQ(migrate(database(), now, std::vector{people, guard}), Names{});
    EXPECT_EQ(versions(), "1 0001_people now\n2 0002_guard now\n");
}

TEST_P(Migrating, says_what_is_missing_and_changes_nothing) {
    auto const both = std::vector{people, guard};
    EXPECT_EQ(missing_migrations(database(), both), (Names{"0001_people", "0002_guard"}));
    EXPECT_EQ(missing_migrations(database(), both), (Names{"0001_people", "0002_guard"}));
    migrate(database(), now, std::vector{people});
    EXPECT_EQ(missing_migrations(database(), both), Names{"0002_guard"});
    migrate(database(), now, both);
    EXPECT_EQ(missing_migrations(database(), both), Names{});
    EXPECT_THROW(missing_migrations(database(), std::vector{people}), Fault) << "it is newer";
}

TEST_P(Migrating, takes_a_trigger_with_statements_of_its_own_for_one_statement) {
    migrate(database(), now, std::vector{people, guard});
    static constexpr auto remove = Statement{"delete from people"};
    auto tx = Transaction{database()};
    EXPECT_THROW(tx.execute(remove), Fault);
}

TEST_P(Migrating, F12_happens_wholly_or_not_at_all_and_can_be_done_again) {
    EXPECT_NE(refusal({people, guard, broken}), "");
    EXPECT_EQ(versions(), "1 0001_people now\n2 0002_guard now\n");
    EXPECT_EQ(migrate(database(), now, std::vector{people, guard, mended}), Names{"0003_mended"});
}

TEST_P(Migrating, by_many_programs_at_once_happens_once) {
    std::vector<std::unique_ptr<driver::Database>> programs;
    for (int i = 0; i < 8; ++i)
        programs.push_back(open());
    std::atomic<std::size_t> applied = 0;
    std::vector<std::jthread> threads;
    for (auto& program : programs)
        threads.emplace_back(
            [&] { applied += migrate(*program, now, std::vector{people, guard, mended}).size(); });
    threads.clear();
    EXPECT_EQ(applied, 3U);
    EXPECT_EQ(versions(), "1 0001_people now\n2 0002_guard now\n3 0003_mended now\n");
}

class MigratingBesideReaders : public Migrating {
protected:
    static constexpr auto count = Statement{"select count(*) from people"};
    static constexpr auto columns =
        Statement{"select count(*) from information_schema.columns where table_name = 'people' "
                  "and table_schema = current_schema()"};
    static constexpr Migration wider{.number = 2,
                                     .name = "0002_wider",
                                     .sqlite = "alter table people add column name text",
                                     .postgresql = "alter table people add column name text"};

    void SetUp() override { migrate(database(), now, std::vector{people}); }
    std::int64_t asked(Statement const& statement) {
        auto tx = Transaction{database(), Access::reading};
        return tx.one(statement)->integer(0);
    }
    /// A program whose migrations wait for a table this long.
    std::unique_ptr<driver::Database> upgrade(std::chrono::milliseconds table) {
        return open(2, {.table = table});
    }
};
ON_ONE_DATABASE(MigratingBesideReaders, driver::Dialect::postgresql);

TEST_P(MigratingBesideReaders, F12_lets_everybody_read_while_one_reads_for_long) {
    auto const newer = upgrade(200ms);
    std::atomic<int> tries = 0;
    std::vector<std::string> applied;
    auto migration = std::jthread{}; // outlives the report, whatever goes wrong
    auto report = std::make_optional<Transaction>(database(), Access::reading);
    report->query(count);
    migration = std::jthread{[&] {
        applied =
            migrate(*newer, now, std::vector{people, wider}, {.tries = 1000, .pause = [&] {
                                                                  ++tries;
                                                                  std::this_thread::sleep_for(50ms);
                                                              }});
    }};
    std::chrono::steady_clock::duration longest{};
    while (tries < 5) {
        auto const from = std::chrono::steady_clock::now();
        EXPECT_EQ(asked(count), 1);
        longest = std::max(longest, std::chrono::steady_clock::now() - from);
    }
    EXPECT_LT(longest, 1500ms) << "no longer than the migration waits for its table";
    EXPECT_EQ(asked(columns), 1);
    report.reset();
    migration.join();
    EXPECT_EQ(applied, Names{"0002_wider"});
    EXPECT_EQ(asked(columns), 2);
    EXPECT_EQ(versions(), "1 0001_people now\n2 0002_wider now\n");
}

TEST_P(MigratingBesideReaders, F12_gives_up_at_its_limit_and_says_what_to_do) {
    auto const newer = upgrade(50ms);
    auto report = Transaction{database(), Access::reading};
    report.query(count);
    int pauses = 0;
    try {
        migrate(*newer, now, std::vector{people, wider}, {.tries = 3, .pause = [&] { ++pauses; }});
        FAIL() << "the report is not done";
    } catch (Fault const& fault) {
        auto const said = std::string_view{fault.what()};
        EXPECT_TRUE(said.starts_with("Migration 0002_wider was not applied: its tables are in use, "
                                     "also at try 3."))
            << said;
        EXPECT_TRUE(said.contains("pg_stat_activity")) << said;
    }
    EXPECT_EQ(pauses, 2);
    EXPECT_EQ(asked(columns), 1);
    EXPECT_EQ(missing_migrations(database(), std::vector{people, wider}), Names{"0002_wider"});
}

TEST_P(MigratingBesideReaders, F12_waits_for_the_migration_of_another_program_as_long_as_it_takes) {
    auto const newer = upgrade(50ms);
    auto other = std::make_optional<Transaction>(database(), Access::migrating);
    other->query(count);
    auto migration = std::jthread{[&] {
        EXPECT_EQ(migrate(*newer, now, std::vector{people, wider}, {.tries = 1}),
                  Names{"0002_wider"});
    }};
    std::this_thread::sleep_for(400ms);
    other.reset();
}

TEST_P(Migrating, refuses_a_database_that_is_newer_than_the_program) {
    migrate(database(), now, std::vector{people, guard});
    EXPECT_TRUE(refusal({people}).starts_with(
        "The database was made by a newer version of Mijn DUO: it has migration 0002_guard"));
}

TEST_P(Migrating, refuses_a_file_that_was_changed_after_it_was_applied) {
    migrate(database(), now, std::vector{people, guard});
    auto changed = people;
    changed.sqlite = changed.postgresql = "create table people (id text, name text)";
    EXPECT_TRUE(refusal({changed, guard})
                    .starts_with("Migration 0001_people was changed after it had been applied"));
}

TEST_P(Migrating, refuses_a_file_that_was_put_before_one_that_was_applied) {
    migrate(database(), now, std::vector{people, mended});
    EXPECT_TRUE(refusal({people, guard, mended})
                    .starts_with("The database has migration 0003_mended without 0002_guard"));
}

TEST_P(Migrating, brings_an_empty_database_to_the_program_that_is_shipped) {
    EXPECT_EQ(migrate(database(), now).size(), shipped_migrations().size());
    EXPECT_EQ(migrate(database(), now), Names{});
}

/// Rows that a version before 0004 wrote, in every table that 0004 gathers.
constexpr auto rows_of_before =
    "insert into departures (relay_digest, browser_digest, request_id, departed_at, "
    "minimum_level, return_path, language, session_digest) "
    "values ('r', 'b', '_q', 2, 'loa3', '/', 'nl', 's');"
    "insert into remembered values ('assertion', 'd', 3);"
    "insert into sessions (digest, pseudonym, kvk, level, language, form_token, return_path, "
    "started_at, seen_at) values ('s', 'p', '90000001', 'loa3', 'nl', 't', '/', 4, 5);"
    "insert into journal values (1, 6, 'signed_out', '', 'o', 'a', '{}', 'e', '', 'h1');"
    "insert into journal values (2, 7, 'signed_out', '', 'o', '', '', 'e', 'h1', 'h2');";

TEST_P(Migrating, keeps_every_row_when_tables_are_gathered) {
    auto const all = shipped_migrations();
    migrate(database(), now, all.first(3));
    {
        auto tx = Transaction{database()};
        tx.execute_script(rows_of_before);
        tx.commit();
    }
    migrate(database(), now);
    static constexpr auto kept = Statement{
        "select (select relay_digest || browser_digest || request_id || departed_at || "
        "minimum_level || return_path || language || session_digest from departures), "
        "(select kind || digest || remembered_until from remembered), "
        "(select digest || pseudonym || kvk || level || language || form_token || return_path || "
        "started_at || seen_at from sessions)"};
    static constexpr auto journal =
        Statement{"select number || kind || at || organisation || account || details || "
                  "details_digest || previous || hash from journal order by number"};
    auto tx = Transaction{database()};
    auto const row = tx.one(kept).value();
    EXPECT_EQ(row.text(0), "rb_q2loa3/nls");
    EXPECT_EQ(row.text(1), "assertiond3");
    EXPECT_EQ(row.text(2), "sp90000001loa3nlt/45");
    auto const entries = tx.query(journal);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].text(0), "1signed_out6oa{}eh1");
    EXPECT_EQ(entries[1].text(0), "2signed_out7oeh1h2");
    EXPECT_THROW(tx.execute_script("delete from journal"), Fault);
}

TEST_P(Migrating, keeps_the_journal_from_being_altered_after_it_was_gathered) {
    migrate(database(), now, shipped_migrations());
    {
        auto tx = Transaction{database()};
        tx.execute_script(rows_of_before);
        tx.commit();
    }
    auto tx = Transaction{database()};
    EXPECT_THROW(tx.execute_script("update journal set kind = 'signed_in' where number = 1"),
                 Fault);
}

TEST(ShippedMigrations, are_numbered_upwards_and_named_after_their_number) {
    std::int64_t last = 0;
    for (auto const& migration : shipped_migrations()) {
        EXPECT_GT(migration.number, last);
        EXPECT_EQ(std::stoi(std::string{migration.name.substr(0, 4)}), migration.number);
        EXPECT_FALSE(migration.sqlite.empty());
        EXPECT_FALSE(migration.postgresql.empty());
        last = migration.number;
    }
}

} // namespace
} // namespace storage
