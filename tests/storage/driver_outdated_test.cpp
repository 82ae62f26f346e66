#include "storage/driver/database.h"
#include "storage/support/databases.h"

#include <thread>

/// F12: a statement that was prepared before a migration, and is used after it.
namespace storage::driver {
namespace {

constexpr auto read_all = Statement{"select * from things"};
constexpr auto add = Statement{"insert into things (n) values ($1)"};
constexpr auto count = Statement{"select count(*) from things"};
constexpr auto kept = Statement{"select count(*) from pg_prepared_statements"};

class OutdatedStatement : public support::OnBothDatabases {
protected:
    void SetUp() override {
        script("create table things (n bigint, text text); insert into things values (1, 'one')");
    }

    /// By another program.
    void script(std::string const& sql) {
        auto const other = open(2);
        auto tx = Transaction{*other, Access::migrating};
        tx.execute_script(sql);
        tx.commit();
    }
    /// What stands in this column of the first row, asked with a statement that takes all.
    std::string column(std::size_t number, Access access = Access::reading) {
        return retrying(database(), access, [&](Transaction& tx) {
            tx.query(count);
            return tx.query(read_all)[0].text(number);
        });
    }
};
ON_ONE_DATABASE(OutdatedStatement, Dialect::postgresql);

TEST_P(OutdatedStatement, F12_of_a_table_with_another_column_is_prepared_anew_by_who_reads) {
    EXPECT_EQ(column(1), "one");
    script("alter table things add column more text default 'two'");
    EXPECT_EQ(column(2), "two");
    EXPECT_EQ(column(2), "two");
}

TEST_P(OutdatedStatement, F12_in_a_change_that_was_half_done_is_done_again_whole) {
    EXPECT_EQ(column(1, Access::writing), "one");
    script("alter table things add column more text");
    retrying(database(), [](Transaction& tx) {
        tx.send(add, 2);
        tx.query(read_all);
    });
    auto tx = Transaction{database(), Access::reading};
    EXPECT_EQ(tx.one(count)->integer(0), 2);
}

TEST_P(OutdatedStatement, F12_of_a_column_with_another_type_is_prepared_anew) {
    static constexpr auto read = Statement{"select n from things"};
    auto const ask = [&] {
        return retrying(database(), Access::reading,
                        [](Transaction& tx) { return tx.one(read)->integer(0); });
    };
    EXPECT_EQ(ask(), 1);
    script("alter table things alter column n type int");
    EXPECT_EQ(ask(), 1);
    auto tx = Transaction{database(), Access::reading};
    EXPECT_LT(tx.one(kept)->integer(0), 10);
}

TEST_P(OutdatedStatement, F12_on_each_connection_costs_nobody_his_answer) {
    std::vector<std::jthread> threads;
    auto const everybody_reads = [&] {
        for (int i = 0; i < 12; ++i)
            threads.emplace_back([&] {
                for (int times = 0; times < 20; ++times)
                    EXPECT_NO_THROW(column(1));
            });
        threads.clear();
    };
    everybody_reads();
    for (auto const* name : {"a", "b", "c"}) {
        script("alter table things add column " + std::string{name} + " text");
        everybody_reads();
    }
}

TEST_P(OutdatedStatement, F12_that_the_server_has_forgotten_is_prepared_anew) {
    EXPECT_EQ(column(1), "one");
    {
        auto tx = Transaction{database(), Access::reading};
        tx.execute_script("deallocate all");
    }
    EXPECT_EQ(column(1), "one");
}

TEST_P(OutdatedStatement, that_never_was_right_is_a_fault_and_not_done_again) {
    static constexpr auto wrong = Statement{"select count(*) from things for update"}; // 0A000
    int tries = 0;
    EXPECT_THROW(retrying(database(),
                          [&](Transaction& tx) {
                              ++tries;
                              tx.query(wrong);
                          }),
                 Fault);
    EXPECT_EQ(tries, 1);
}

} // namespace
} // namespace storage::driver
