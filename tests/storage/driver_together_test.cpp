#include "storage/driver/database.h"
#include "storage/support/databases.h"

namespace storage::driver {
namespace {

/// What travels together (decision 0104).
class Together : public support::OnBothDatabases {
protected:
    void SetUp() override {
        auto tx = Transaction{database()};
        tx.execute_script("create table things (n bigint primary key, text text not null)");
        tx.commit();
    }

    static constexpr auto insert = Statement{"insert into things values ($1, $2)"};
    static constexpr auto rename = Statement{"update things set text = $2 where n = $1"};
    static constexpr auto all = Statement{"select text from things order by n"};
    static constexpr auto one = Statement{"select text from things where n = $1"};
    static constexpr auto none = Statement{"select n, text from things where n < $1"};

    std::string stored() {
        auto tx = Transaction{database(), Access::reading};
        std::string texts;
        for (auto const& row : tx.query(all))
            texts += row.text(0);
        return texts;
    }
};
ON_BOTH_DATABASES(Together);

TEST_P(Together, several_questions_are_answered_in_the_order_in_which_they_were_asked) {
    auto tx = Transaction{database()};
    tx.send(insert, 1, "a");
    tx.send(insert, 2, "b");
    auto const [everything, second, nothing] =
        tx.queries(bound(all), bound(one, 2), bound(none, 1));
    ASSERT_EQ(everything.size(), 2U);
    EXPECT_EQ(everything[0].text(0), "a");
    EXPECT_EQ(second[0].text(0), "b");
    EXPECT_TRUE(nothing.empty());
}

TEST_P(Together, what_is_sent_is_kept_with_the_commit) {
    {
        auto tx = Transaction{database()};
        tx.send(insert, 1, "a");
        tx.send_to_one(rename, 1, "b");
        tx.commit();
    }
    EXPECT_EQ(stored(), "b");
}

TEST_P(Together, what_is_sent_and_not_committed_never_happened) {
    {
        auto tx = Transaction{database()};
        tx.send(insert, 1, "a");
    }
    EXPECT_EQ(stored(), "");
}

TEST_P(Together, what_goes_wrong_shows_with_the_commit_and_undoes_all_of_it) {
    try {
        auto tx = Transaction{database()};
        tx.send(insert, 1, "a");
        tx.send(insert, 1, "b");
        tx.commit();
        FAIL() << "two things with one number";
    } catch (UniqueViolation const& violation) {
        EXPECT_EQ(violation.key(), "things(n)");
    }
    EXPECT_EQ(stored(), "");
}

TEST_P(Together, a_key_that_another_took_first_is_tried_again_when_it_shows_with_the_commit) {
    int tries = 0;
    for (int expected = 1; expected <= 2; ++expected) {
        tries = 0;
        retrying(database(), [&](Transaction& tx) { tx.send(insert, ++tries, "x"); });
        EXPECT_EQ(tries, expected);
    }
    EXPECT_EQ(stored(), "xx");
}

TEST_P(Together, what_goes_wrong_shows_with_the_next_answer_at_the_latest) {
    auto tx = Transaction{database()};
    EXPECT_THROW(
        {
            tx.send(insert, 1, "a");
            tx.send(insert, 1, "b");
            tx.query(all);
        },
        UniqueViolation);
}

TEST_P(Together, a_statement_that_an_error_kept_from_being_prepared_is_prepared_the_next_time) {
    static constexpr auto wrong = Statement{"select n / 0, no_such_column from things"};
    static constexpr auto behind_it = Statement{"select count(*) from things where n = $1"};
    {
        auto tx = Transaction{database(), Access::reading};
        EXPECT_THROW(tx.queries(bound(wrong), bound(behind_it, 1)), Fault);
    }
    for (int times = 0; times < 2; ++times) {
        auto tx = Transaction{database(), Access::reading};
        EXPECT_EQ(tx.one(behind_it, 1)->integer(0), 0);
    }
}

TEST_P(Together, after_a_mistake_the_same_connection_serves_the_next_as_if_nothing_had_happened) {
    auto const alone = open(1);
    for (int times = 0; times < 3; ++times) {
        EXPECT_THROW(
            {
                auto tx = Transaction{*alone};
                tx.send(insert, 1, "a");
                tx.send(insert, 1, "b");
                tx.commit();
            },
            UniqueViolation);
        auto tx = Transaction{*alone};
        EXPECT_TRUE(tx.query(all).empty());
    }
}

TEST_P(Together, what_goes_wrong_in_a_transaction_that_was_let_go_is_nobody_elses_business) {
    auto const alone = open(1);
    for (int times = 0; times < 3; ++times) {
        try {
            auto tx = Transaction{*alone};
            tx.send(insert, 1, "a");
            tx.send(insert, 1, "b");
            throw std::runtime_error{"the work gave up before it saw an answer"};
        } catch (std::runtime_error const&) {
        }
        auto tx = Transaction{*alone};
        EXPECT_TRUE(tx.query(all).empty());
        tx.send(insert, 2, "c");
    }
}

TEST_P(Together, who_gives_up_while_much_is_under_way_keeps_no_other_program_waiting) {
    auto const other = open(1, {.write_turn = std::chrono::seconds{2}});
    {
        auto tx = Transaction{database()};
        EXPECT_TRUE(tx.query(all).empty());
        tx.send(insert, 1, std::string(8'000'000, 'x'));
    }
    auto tx = Transaction{*other};
    EXPECT_TRUE(tx.query(all).empty());
}

TEST_P(Together, more_than_may_wait_is_sent_in_pieces) {
    {
        auto tx = Transaction{database()};
        for (int n = 0; n < 1'000; ++n)
            tx.send(insert, n, "x");
        tx.commit();
    }
    EXPECT_EQ(stored(), std::string(1'000, 'x'));
}

TEST_P(Together, a_change_of_one_row_that_is_not_there_is_a_mistake_of_our_own) {
    auto const give_it_away = [&] {
        auto const own = open(1);
        auto tx = Transaction{*own};
        tx.send(insert, 1, "a");
        tx.send_to_one(rename, 7, "b");
        tx.commit();
    };
    EXPECT_DEATH(give_it_away(), "a row is changed that was never added");
    EXPECT_EQ(stored(), "") << "and nothing of it is kept";
}

TEST_P(Together, a_script_runs_after_what_was_sent_before_it) {
    {
        auto tx = Transaction{database()};
        tx.send(insert, 1, "a");
        tx.execute_script(
            "update things set text = text || 'b'; update things set text = text || 'c'");
        tx.send(insert, 2, "d");
        tx.commit();
    }
    EXPECT_EQ(stored(), "abcd");
}

TEST_P(Together, a_script_with_a_mistake_undoes_what_was_sent_before_it) {
    {
        auto tx = Transaction{database()};
        tx.send(insert, 1, "a");
        EXPECT_THROW(
            tx.execute_script("update things set text = 'b'; update nothing_at_all set n = 1"),
            Fault);
    }
    EXPECT_EQ(stored(), "");
}

TEST_P(Together, a_question_is_answered_beside_what_is_asked_behind_it) {
    auto tx = Transaction{database()};
    tx.send(insert, 1, "a");
    tx.ask(all);
    tx.send(insert, 2, "b");
    EXPECT_EQ(tx.query(one, 2)[0].text(0), "b");
    auto const asked = tx.asked();
    ASSERT_EQ(asked.size(), 1U) << "as it was when it was asked";
    EXPECT_EQ(asked[0].text(0), "a");
}

TEST_P(Together, a_question_alone_is_answered_too) {
    auto tx = Transaction{database(), Access::reading};
    tx.ask(all);
    EXPECT_TRUE(tx.asked().empty());
}

TEST_P(Together, an_answer_that_nobody_fetched_is_not_the_next_ones) {
    {
        auto tx = Transaction{database()};
        tx.ask(all);
        tx.send(insert, 1, "a");
        tx.commit();
    }
    auto tx = Transaction{database()};
    tx.ask(all);
    EXPECT_EQ(tx.asked().size(), 1U);
}

TEST_P(Together, who_only_reads_cannot_send) {
    auto tx = Transaction{database(), Access::reading};
    EXPECT_DEATH(tx.send(insert, 1, "a"), "who only reads has nothing to send");
}

TEST_P(Together, a_transaction_that_asks_nothing_ends_well) {
    auto tx = Transaction{database()};
    tx.commit();
    auto again = Transaction{database(), Access::reading};
    again.commit();
}

} // namespace
} // namespace storage::driver
