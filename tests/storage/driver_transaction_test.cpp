#include "storage/driver/database.h"
#include "storage/support/databases.h"

#include <atomic>
#include <thread>

namespace storage::driver {
namespace {

class Transactions : public support::OnBothDatabases {
protected:
    void SetUp() override {
        auto tx = Transaction{database()};
        tx.execute_script("create table counters (name text primary key, n bigint not null);"
                          "insert into counters values ('logins', 0)");
        tx.commit();
    }

    static constexpr auto set = Statement{"update counters set n = $1 where name = 'logins'"};
    static constexpr auto get =
        Statement{"select n from counters where name = 'logins' for update"};
    static constexpr auto look = Statement{"select n from counters where name = 'logins'"};
    static constexpr auto below =
        Statement{"update counters set n = n + 1 where name = 'logins' and n < $1"};
    static constexpr auto insert = Statement{"insert into counters values ($1, $2)"};

    std::int64_t stored(Database& in) {
        auto tx = Transaction{in, Access::reading};
        return tx.one(look)->integer(0);
    }
    std::int64_t stored() { return stored(database()); }

    template<class Work>
    static void on_threads(int count, Work work) {
        std::vector<std::jthread> threads;
        for (int i = 0; i < count; ++i)
            threads.emplace_back([&work, i] { work(i); });
    }
};
ON_BOTH_DATABASES(Transactions);

TEST_P(Transactions, what_is_not_committed_never_happened) {
    {
        auto tx = Transaction{database()};
        tx.execute(set, 7);
        EXPECT_EQ(tx.one(get)->integer(0), 7);
    }
    EXPECT_EQ(stored(), 0);
}

TEST_P(Transactions, only_what_is_noted_does_not_wait_for_the_disk) {
    static constexpr auto lite = Statement{"pragma synchronous"};
    static constexpr auto post = Statement{"select current_setting('synchronous_commit')"};
    auto const waits = [&](Access access) {
        auto tx = Transaction{database(), access};
        if (tx.dialect() == Dialect::sqlite)
            return tx.one(lite)->integer(0) == 2;
        return tx.one(post)->text(0) == "on";
    };
    EXPECT_TRUE(waits(Access::writing));
    EXPECT_FALSE(waits(Access::noting));
    EXPECT_TRUE(waits(Access::writing)) << "what is confirmed is on disk (decision 0040)";
}

TEST_P(Transactions, what_is_noted_is_seen_by_every_program) {
    auto tx = Transaction{database(), Access::noting};
    tx.execute(set, 7);
    tx.commit();
    EXPECT_EQ(stored(*open()), 7);
}

TEST_P(Transactions, what_is_committed_is_seen_by_every_program) {
    auto tx = Transaction{database()};
    tx.execute(set, 7);
    tx.commit();
    EXPECT_EQ(stored(*open()), 7);
}

TEST_P(Transactions, one_mistake_undoes_all_of_it) {
    try {
        auto tx = Transaction{database()};
        tx.execute(set, 7);
        tx.execute(insert, "logins", 1);
        tx.commit();
        FAIL() << "two counters with one name";
    } catch (UniqueViolation const& violation) {
        EXPECT_EQ(violation.key(), "counters(name)");
    }
    EXPECT_EQ(stored(), 0);
}

TEST_P(Transactions, after_a_mistake_nothing_more_is_accepted) {
    auto tx = Transaction{database()};
    EXPECT_THROW(tx.execute(insert, "logins", 1), UniqueViolation);
    EXPECT_DEATH(tx.commit(), "a transaction that has ended or failed was used");
}

TEST_P(Transactions, that_read_cannot_change_anything) {
    auto tx = Transaction{database(), Access::reading};
    EXPECT_THROW(tx.execute(set, 7), Fault);
}

TEST_P(Transactions, that_read_see_one_unmoving_view_and_are_not_held_up_by_a_writer) {
    auto reading = Transaction{database(), Access::reading};
    EXPECT_EQ(reading.one(look)->integer(0), 0);
    auto writing = Transaction{database()};
    writing.execute(set, 7);
    EXPECT_EQ(reading.one(look)->integer(0), 0);
    EXPECT_EQ(stored(), 0);
    writing.commit();
    EXPECT_EQ(reading.one(look)->integer(0), 0);
    EXPECT_EQ(stored(), 7);
}

TEST_P(Transactions, F10_what_32_threads_load_decide_and_keep_is_never_lost) {
    on_threads(32, [&](int) {
        for (int i = 0; i < 10; ++i)
            retrying(database(), [](Transaction& tx) {
                auto const n = tx.one(get)->integer(0);
                tx.execute(set, n + 1);
            });
    });
    EXPECT_EQ(stored(), 320);
}

TEST_P(Transactions, F10_of_32_threads_in_four_programs_no_more_succeed_than_the_limit) {
    std::vector<std::unique_ptr<Database>> programs;
    for (int i = 0; i < 4; ++i)
        programs.push_back(open(3));
    std::atomic<int> succeeded = 0;
    on_threads(32, [&](int thread) {
        succeeded +=
            static_cast<int>(retrying(*programs[static_cast<std::size_t>(thread) % 4],
                                      [](Transaction& tx) { return tx.execute(below, 5); }));
    });
    EXPECT_EQ(succeeded, 5);
    EXPECT_EQ(stored(), 5);
}

TEST_P(Transactions, F10_the_last_one_is_never_removed_by_two_that_each_still_saw_another) {
    static constexpr auto all = Statement{"select count(*) from counters"};
    static constexpr auto remove = Statement{"delete from counters where name = $1"};
    std::vector<std::unique_ptr<Database>> programs;
    for (auto const* name : {"a", "b", "c", "d", "e", "f", "g"}) {
        auto tx = Transaction{database()};
        tx.execute(insert, name, 0);
        tx.commit();
        programs.push_back(open(2));
    }
    on_threads(7, [&](int thread) {
        auto const name = std::string{static_cast<char>('a' + thread)};
        retrying(*programs[static_cast<std::size_t>(thread)], [&](Transaction& tx) {
            if (tx.one(all)->integer(0) > 3)
                tx.execute(remove, name);
        });
    });
    auto tx = Transaction{database(), Access::reading};
    EXPECT_EQ(tx.one(all)->integer(0), 3);
}

TEST_P(Transactions, after_a_conflict_are_done_again_from_the_start) {
    int tries = 0;
    auto const kept = retrying(database(), [&](Transaction& tx) {
        tx.execute(set, tx.one(get)->integer(0) + 1);
        if (++tries < 5)
            throw Conflict("as from the database");
        return tries;
    });
    EXPECT_EQ(kept, 5);
    EXPECT_EQ(stored(), 1);
}

TEST_P(Transactions, that_conflict_five_times_are_a_fault) {
    int tries = 0;
    EXPECT_THROW(retrying(database(),
                          [&](Transaction& tx) {
                              tx.execute(set, 7);
                              ++tries;
                              throw Conflict("as from the database");
                          }),
                 Fault);
    EXPECT_EQ(tries, 5);
    EXPECT_EQ(stored(), 0);
}

class PostgresqlConflicts : public Transactions {};
ON_ONE_DATABASE(PostgresqlConflicts, Dialect::postgresql);

TEST_P(PostgresqlConflicts, are_serialization_failures_and_deadlocks_and_are_done_again) {
    for (auto const* state : {"40001", "40P01"}) {
        int tries = 0;
        retrying(database(), [&](Transaction& tx) {
            if (++tries == 1)
                tx.execute_script(std::string{"do $$ begin raise exception using errcode = '"} +
                                  state + "'; end $$");
        });
        EXPECT_EQ(tries, 2) << state;
    }
}

} // namespace
} // namespace storage::driver
