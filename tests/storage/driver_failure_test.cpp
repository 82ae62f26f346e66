#include "storage/driver/database.h"
#include "storage/support/databases.h"

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace storage::driver {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

class Failure : public support::OnBothDatabases {
protected:
    void SetUp() override {
        auto tx = Transaction{database()};
        tx.execute_script("create table things (n bigint primary key, text text)");
        tx.commit();
    }

    static constexpr auto insert = Statement{"insert into things values ($1, $2)"};
    static constexpr auto count = Statement{"select count(*) from things"};
    static constexpr auto endless =
        Statement{"with recursive n (i) as (select 1 union all select i + 1 - 1 from n) "
                  "select count(*) from n"};

    static std::int64_t stored(Database& in, Access access = Access::reading) {
        auto tx = Transaction{in, access};
        return tx.one(count)->integer(0);
    }
};
ON_BOTH_DATABASES(Failure);

TEST_P(Failure, F3_a_statement_without_end_is_ended_and_the_connection_lives_on) {
    auto const hasty = open(2, {.statement = 200ms});
    {
        auto tx = Transaction{*hasty};
        tx.execute(insert, 1, "");
        auto const from = steady_clock::now();
        EXPECT_THROW(tx.query(endless), Fault);
        EXPECT_LT(steady_clock::now() - from, 5s);
    }
    EXPECT_EQ(stored(*hasty), 0);
    auto tx = Transaction{*hasty};
    tx.execute(insert, 1, "");
    tx.commit();
    EXPECT_EQ(stored(*hasty), 1);
}

TEST_P(Failure, F3_who_finds_no_free_connection_waits_no_longer_than_agreed) {
    auto const small = open(2, {.free_connection = 50ms});
    {
        auto const the_only_one = Transaction{*small, Access::reading};
        auto const from = steady_clock::now();
        EXPECT_THROW((Transaction{*small, Access::reading}), Fault);
        EXPECT_GE(steady_clock::now() - from, 50ms);
        EXPECT_LT(steady_clock::now() - from, 2s);
    }
    EXPECT_EQ(stored(*small), 0);
}

TEST_P(Failure, F3_a_writer_waits_for_other_programs_no_longer_than_agreed) {
    auto const hasty = open(2, {.write_turn = 100ms});
    {
        auto other = Transaction{database()};
        other.query(count);
        auto const from = steady_clock::now();
        EXPECT_THROW(stored(*hasty, Access::writing), Fault);
        EXPECT_LT(steady_clock::now() - from, 5s);
    }
    auto tx = Transaction{*hasty};
    EXPECT_EQ(tx.execute(insert, 1, ""), 1);
}

TEST_P(Failure, F1_what_was_confirmed_is_still_there_after_a_kill) {
    int confirmed[2];
    ASSERT_EQ(pipe(confirmed), 0);
    auto const child = fork();
    if (child == 0) {
        auto own = Database{address(), 2};
        for (int n = 1;; ++n) {
            auto tx = Transaction{own};
            tx.execute(insert, n, "");
            tx.commit();
            if (write(confirmed[1], "x", 1) != 1)
                _exit(1);
        }
    }
    char seen[20];
    std::int64_t total = 0;
    while (total < 20)
        total += read(confirmed[0], seen, sizeof seen);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(confirmed[1]);
    for (auto more = read(confirmed[0], seen, sizeof seen); more > 0;
         more = read(confirmed[0], seen, sizeof seen))
        total += more;
    close(confirmed[0]);
    auto const kept = stored(database());
    EXPECT_GE(kept, total);
    EXPECT_LE(kept, total + 1); // committed, but killed before it could say so
}

class PostgresqlFailure : public Failure {
protected:
    static constexpr auto own_process = Statement{"select pg_backend_pid()"};

    /// The server's process for a connection of the database.
    static std::int64_t process(Database& of, Access access) {
        auto tx = Transaction{of, access};
        return tx.one(own_process)->integer(0);
    }
    void end(std::int64_t server_process) {
        static constexpr auto terminate = Statement{"select pg_terminate_backend($1::int, 5000)"};
        auto const other = open();
        auto tx = Transaction{*other, Access::reading};
        ASSERT_TRUE(tx.one(terminate, server_process)->truth(0));
    }
};
ON_ONE_DATABASE(PostgresqlFailure, Dialect::postgresql);

TEST_P(PostgresqlFailure, F2_a_connection_that_broke_while_idle_is_made_anew_unnoticed) {
    for (auto const access : {Access::reading, Access::writing}) {
        auto const before = process(database(), access);
        end(before);
        EXPECT_NE(process(database(), access), before);
    }
}

TEST_P(PostgresqlFailure,
       F2_a_connection_that_breaks_in_a_transaction_is_a_fault_and_the_next_one_works) {
    {
        auto tx = Transaction{database()};
        tx.execute(insert, 1, "");
        end(tx.one(own_process)->integer(0));
        EXPECT_THROW(tx.commit(), Fault);
    }
    EXPECT_EQ(stored(database()), 0);
    auto tx = Transaction{database()};
    EXPECT_EQ(tx.execute(insert, 1, ""), 1);
}

TEST_P(PostgresqlFailure, F3_a_server_that_is_stopped_holds_nobody_for_longer_than_agreed) {
    auto const hasty = open(1, {.transaction = 300ms});
    auto const stopped = static_cast<pid_t>(process(*hasty, Access::writing));
    ASSERT_EQ(kill(stopped, SIGSTOP), 0) << "the server must run on this machine";
    auto const from = steady_clock::now();
    EXPECT_THROW(process(*hasty, Access::writing), Fault);
    EXPECT_LT(steady_clock::now() - from, 5s);
    kill(stopped, SIGCONT);
    EXPECT_NE(process(*hasty, Access::writing), stopped);
}

TEST_P(PostgresqlFailure, F3_a_server_that_gives_no_answer_twice_is_not_waited_for_a_third_time) {
    auto const small = open(2, {.transaction = 300ms});
    std::vector<pid_t> stopped;
    for (auto const access : {Access::reading, Access::writing})
        stopped.push_back(static_cast<pid_t>(process(*small, access)));
    for (auto const each : stopped)
        ASSERT_EQ(kill(each, SIGSTOP), 0);
    for (auto const access : {Access::reading, Access::writing})
        EXPECT_THROW(process(*small, access), Unreachable);
    auto const from = steady_clock::now();
    for (int i = 0; i < 100; ++i)
        EXPECT_THROW(process(*small, Access::reading), Unreachable);
    EXPECT_FALSE(small->reachable());
    EXPECT_LT(steady_clock::now() - from, 200ms);
    for (auto const each : stopped)
        kill(each, SIGCONT);
    std::this_thread::sleep_for(1s);
    EXPECT_NO_THROW(process(*small, Access::reading)) << "one tries again, and is answered";
    EXPECT_TRUE(small->reachable());
}

TEST_P(PostgresqlFailure, F3_a_server_that_is_gone_is_told_from_one_that_refuses_a_statement) {
    static constexpr auto wrong = Statement{"select 1 / n from things"};
    {
        auto tx = Transaction{database()};
        tx.execute(insert, 0, "");
        tx.commit();
    }
    for (int i = 0; i < 5; ++i) {
        auto tx = Transaction{database(), Access::reading};
        EXPECT_THROW(tx.query(wrong), Fault);
    }
    EXPECT_EQ(stored(database()), 1) << "it answers";
    auto gone = Database{
        DatabaseAddress::parse("postgresql://nobody@127.0.0.1:1/x?connect_timeout=2").value(), 2};
    for (int i = 0; i < 2; ++i)
        EXPECT_THROW(stored(gone), Unreachable);
    EXPECT_THROW(stored(gone), Unreachable);
}

TEST_P(PostgresqlFailure, F3_work_that_is_done_again_has_one_deadline_for_all_its_tries) {
    auto const hasty = open(2, {.transaction = 300ms});
    auto const from = steady_clock::now();
    int tries = 0;
    EXPECT_THROW(retrying(*hasty,
                          [&](Transaction& tx) {
                              ++tries;
                              tx.query(count);
                              std::this_thread::sleep_for(200ms);
                              throw Conflict("once more");
                          }),
                 Fault);
    EXPECT_LT(steady_clock::now() - from, 3s);
    EXPECT_LT(tries, 5);
}

TEST_P(PostgresqlFailure, F3_a_program_that_freezes_halfway_loses_its_turn_to_write) {
    auto const child = fork();
    if (child == 0) {
        auto own = Database{address(), 1, {.idle_in_transaction = 300ms}};
        auto tx = Transaction{own};
        tx.send(insert, 1, std::string(20'000, 'x'));
        raise(SIGSTOP);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, WUNTRACED);
    ASSERT_TRUE(WIFSTOPPED(status));
    EXPECT_NO_THROW(stored(*open(1, {.write_turn = 5s}), Access::writing));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
}

TEST_P(PostgresqlFailure, a_statement_that_fails_again_and_again_is_prepared_once) {
    static constexpr auto fails = Statement{"select 1 / n from things where n = $1"};
    static constexpr auto prepared = Statement{"select count(*) from pg_prepared_statements"};
    {
        auto tx = Transaction{database()};
        tx.execute(insert, 0, "");
        tx.commit();
    }
    auto const alone = open(2);
    for (int times = 0; times < 20; ++times) {
        auto tx = Transaction{*alone};
        EXPECT_THROW(tx.query(fails, 0), Fault);
    }
    auto tx = Transaction{*alone};
    EXPECT_LT(tx.one(prepared)->integer(0), 10);
}

TEST_P(PostgresqlFailure, F2_a_fault_names_why_the_server_ended_the_connection) {
    auto tx = Transaction{database()};
    end(tx.one(own_process)->integer(0));
    try {
        tx.execute(insert, 1, "");
        FAIL() << "the server has ended it";
    } catch (Fault const& fault) {
        EXPECT_TRUE(std::string_view{fault.what()}.contains("57P01")) << fault.what();
    }
}

class SqliteFailure : public Failure {};
ON_ONE_DATABASE(SqliteFailure, Dialect::sqlite);

TEST_P(SqliteFailure, F4_a_full_disk_is_a_fault_that_passes_when_there_is_room) {
    auto const fill = [&](char const* room) {
        auto tx = Transaction{database()};
        tx.execute_script(std::string{"pragma max_page_count = "} + room);
        tx.execute(insert, 1, std::string(100'000, 'x'));
        tx.commit();
    };
    EXPECT_THROW(fill("10"), Fault);
    EXPECT_EQ(stored(database()), 0);
    fill("1000000");
    EXPECT_EQ(stored(database()), 1);
}

TEST_P(SqliteFailure, S_the_file_is_for_its_owner_only) {
    for (auto const* suffix : {"", "-wal", "-shm"}) {
        struct stat file{};
        ASSERT_EQ(stat((address().location().reveal() + suffix).c_str(), &file), 0) << suffix;
        EXPECT_EQ(file.st_mode & 0777U, 0600U) << suffix;
    }
}

} // namespace
} // namespace storage::driver
