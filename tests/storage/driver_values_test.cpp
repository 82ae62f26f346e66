#include "storage/driver/database.h"
#include "storage/support/databases.h"

#include "foundation/id.h"

#include <limits>

namespace storage::driver {
namespace {

using foundation::Id;
using foundation::Instant;

using PersonId = Id<struct PersonTag>;

class Values : public support::OnBothDatabases {
protected:
    void SetUp() override {
        auto tx = Transaction{database()};
        tx.execute_script("create table people (id text primary key, name text, born bigint);"
                          "create unique index people_by_name_and_birth on people (name, born);"
                          "create table pets (owner text not null references people (id));"
                          "create unique index pets_by_any_case on pets (lower(owner));");
        tx.commit();
    }

    static constexpr auto add =
        Statement{"insert into people (id, name, born) values ($1, $2, $3)"};
    static constexpr auto find = Statement{"select id, name, born from people where id = $1"};
};
ON_BOTH_DATABASES(Values);

TEST_P(Values, come_back_as_they_were) {
    auto const utf8 = std::string{"Zoë Ğül 学生 \xF0\x9F\x8E\x93 ' \" \\ %s $1 ; --\r\n\t"};
    auto tx = Transaction{database()};
    EXPECT_EQ(tx.execute(add, "a", utf8, std::int64_t{12}), 1);
    auto const row = tx.one(find, "a");
    ASSERT_TRUE(row);
    EXPECT_EQ(row->text(0), "a");
    EXPECT_EQ(row->text(1), utf8);
    EXPECT_EQ(row->integer(2), 12);
}

TEST_P(Values, that_are_absent_stay_absent_and_an_empty_text_stays_a_text) {
    auto tx = Transaction{database()};
    tx.execute(add, "null", std::optional<std::string>{}, std::optional<std::int64_t>{});
    tx.execute(add, "empty", "", std::optional<std::int64_t>{0});
    auto const absent = tx.one(find, "null");
    EXPECT_TRUE(absent->is_null(1));
    EXPECT_EQ(absent->optional_text(1), std::nullopt);
    EXPECT_EQ(absent->optional_integer(2), std::nullopt);
    EXPECT_EQ(absent->optional_instant(2), std::nullopt);
    auto const empty = tx.one(find, "empty");
    EXPECT_EQ(empty->optional_text(1), "");
    EXPECT_EQ(empty->optional_integer(2), 0);
}

TEST_P(Values, whole_numbers_keep_all_64_bits) {
    auto tx = Transaction{database()};
    using Limits = std::numeric_limits<std::int64_t>;
    for (auto const number :
         {Limits::min(), Limits::min() + 1, std::int64_t{-256}, std::int64_t{-1}, std::int64_t{0},
          std::int64_t{255}, std::int64_t{1} << 32, Limits::max() - 1, Limits::max()}) {
        auto const id = std::to_string(number);
        tx.execute(add, id, "", number);
        EXPECT_EQ(tx.one(find, id)->integer(2), number);
    }
    static constexpr auto narrow = Statement{"select cast(-2 as integer), cast(3 as smallint)"};
    EXPECT_EQ(tx.one(narrow)->integer(0), -2);
    EXPECT_EQ(tx.one(narrow)->integer(1), 3);
}

TEST_P(Values, may_be_instants_ids_and_truths) {
    auto const id = PersonId::parse("p-1").value();
    auto const born = foundation::from_micros(987'654'321'012'345);
    auto tx = Transaction{database()};
    tx.execute(add, id, std::optional<PersonId>{}, std::optional<Instant>{born});
    auto const row = tx.one(find, std::optional{id});
    EXPECT_EQ(row->as<PersonId>(0), id);
    EXPECT_EQ(row->optional_as<PersonId>(1), std::nullopt);
    EXPECT_EQ(row->instant(2), born);
    static constexpr auto any = Statement{"select exists (select 1 from people), $1 + 1"};
    EXPECT_TRUE(tx.one(any, true)->truth(0));
    EXPECT_EQ(tx.one(any, true)->integer(1), 2);
}

TEST_P(Values, a_stored_text_that_its_type_does_not_know_is_a_fault) {
    auto tx = Transaction{database()};
    tx.execute(add, "NOT AN ID", "", 1);
    EXPECT_THROW(tx.one(find, "NOT AN ID")->as<PersonId>(0), Fault);
}

TEST_P(Values, go_to_their_place_by_number_in_whatever_order_and_as_often_as_it_stands) {
    static constexpr auto mixed = Statement{
        "select $2, $1, $2, cast($3 as bigint) where ($3 is null or $3 = 7) and $2 <> $1"};
    auto tx = Transaction{database()};
    auto const row = tx.one(mixed, "one", "two", std::optional<int>{});
    ASSERT_TRUE(row);
    EXPECT_EQ(row->text(0) + row->text(1) + row->text(2), "twoonetwo");
    EXPECT_TRUE(row->is_null(3));
    EXPECT_EQ(tx.one(mixed, "one", "two", std::optional<int>{8}).has_value(), false);
}

TEST_P(Values, that_are_no_text_are_refused_before_they_are_stored) {
    for (auto const& text : {std::string{"a\0b", 3}, std::string{"\xC3"}, std::string{"\xFF"}}) {
        auto tx = Transaction{database()};
        EXPECT_THROW(tx.execute(add, "bad", text, 1), Fault);
    }
}

TEST_P(Values, never_appear_in_what_a_fault_says) {
    static constexpr auto wrong = Statement{"insert into pets (owner) values ($1)"};
    auto tx = Transaction{database()};
    try {
        tx.execute(wrong, "geheim-1234");
        tx.commit();
        FAIL() << "a pet without an owner was kept";
    } catch (Fault const& fault) {
        auto const said = std::string{fault.what()};
        EXPECT_EQ(said.find("geheim"), std::string::npos) << said;
        EXPECT_NE(said.find("insert into pets"), std::string::npos) << said;
    }
}

TEST_P(Values, rows_may_be_kept_after_the_transaction) {
    std::optional<Row> row;
    {
        auto tx = Transaction{database()};
        tx.execute(add, "kept", "for later", 1);
        row = tx.one(find, "kept");
    }
    EXPECT_EQ(row->text(1), "for later");
}

TEST_P(Values, rows_come_in_order_and_their_number_is_known) {
    static constexpr auto all = Statement{"select id from people order by id"};
    auto tx = Transaction{database()};
    EXPECT_TRUE(tx.query(all).empty());
    for (auto const* id : {"b", "c", "a"})
        tx.execute(add, id, id, 1);
    std::string seen;
    for (auto const row : tx.query(all))
        seen += row.text(0);
    EXPECT_EQ(seen, "abc");
    EXPECT_EQ(tx.query(all).size(), 3U);
}

TEST_P(Values, the_rows_that_a_change_touched_are_counted) {
    static constexpr auto rename = Statement{"update people set born = $1 where id <> $2"};
    static constexpr auto maybe =
        Statement{"insert into people (id, name) values ($1, $2) on conflict do nothing"};
    auto tx = Transaction{database()};
    for (auto const* id : {"a", "b", "c"})
        tx.execute(add, id, id, 1);
    EXPECT_EQ(tx.execute(rename, 2, "a"), 2);
    EXPECT_EQ(tx.execute(maybe, "a", "again"), 0);
    EXPECT_EQ(tx.execute(maybe, "d", "new"), 1);
}

TEST_P(Values, a_key_that_is_taken_is_named_alike_on_both) {
    static constexpr auto adopt = Statement{"insert into pets (owner) values ($1)"};
    auto const taken = [&](auto const& work) -> std::string {
        try {
            auto tx = Transaction{database()};
            tx.execute(add, "Jan", "jan", 1);
            tx.execute(add, "JAN", "piet", 1);
            tx.execute(adopt, "Jan");
            work(tx);
        } catch (UniqueViolation const& violation) {
            return violation.key();
        }
        return "";
    };
    EXPECT_EQ(taken([](Transaction& tx) { tx.execute(add, "Jan", "kees", 1); }), "people(id)");
    EXPECT_EQ(taken([](Transaction& tx) { tx.execute(add, "Kees", "jan", 1); }),
              "people(name, born)");
    EXPECT_EQ(taken([](Transaction& tx) { tx.execute(adopt, "JAN"); }), "pets_by_any_case");
    EXPECT_EQ(taken([](Transaction& tx) { tx.execute(add, "Kees", "kees", 1); }), "");
}

} // namespace
} // namespace storage::driver
