#include "storage/samples.h"
#include "storage/sql.h"

#include <array>

namespace storage {
namespace {

using driver::Dialect;

/// How a database would carry out a statement, as it tells it itself.
struct Plan {
    driver::Statement sqlite;
    driver::Statement postgresql;
    std::string_view index; ///< by which it should go
};

template<Sql text>
constexpr Plan plan(std::string_view index) {
    return {.sqlite = statement<Sql{"explain query plan "} + text>,
            .postgresql = statement<Sql{"explain "} + text>,
            .index = index};
}

class OutboxPlans : public samples::OnTheArchive {
protected:
    /// So many rows that looking at all of them is never the best.
    void fill() {
        auto script = std::string{};
        for (int i = 0; i < 2000; ++i) {
            auto const n = std::to_string(i);
            script += "insert into outbox (id, kind, sealed, attempts, queued_at, due_at, failure, "
                      "class, account, receiver, gathers, organisation) values ('id" +
                      n + "', 'linked', '', 0, " + n + ", " + (i % 2 == 0 ? n : "null") + ", '', " +
                      std::to_string(i % 3) + ", 'a" + n + "', 'r" + n + "', 1, 'o" + n + "');" +
                      "insert into caused_mails (cause, by_whom, caused_at) values ('c', 'w" + n +
                      "', " + n + ");";
        }
        sql(script + "analyze;");
    }
    std::string told(Plan const& asked) {
        auto transaction = driver::Transaction{database()};
        bool const lite = transaction.dialect() == Dialect::sqlite;
        auto text = std::string{};
        for (auto const& row : transaction.query(lite ? asked.sqlite : asked.postgresql))
            text += row.text(lite ? 3 : 0) + '\n';
        return text;
    }
};
ON_BOTH_DATABASES(OutboxPlans);

constexpr std::array plans{
    plan<Sql{"select id from outbox where class = 0 and due_at <= 5 and due_at is not null "
             "order by due_at, id limit 10"}>("outbox_by_class"),
    plan<Sql{"select id, sealed from outbox where gathers = 1 and receiver = 'r5' and "
             "organisation = 'o5' and kind = 'linked' and due_at is not null and attempts = 0 "
             "order by queued_at desc, id limit 1"}>("outbox_gathered"),
    plan<Sql{"select coalesce(sent_at, queued_at) from outbox where gathers = 1 and "
             "receiver = 'r5' and organisation = 'o5' and kind = 'linked' "
             "order by queued_at desc limit 1"}>("outbox_gathered"),
    plan<Sql{"select attempts from outbox where account = 'a5' and kind = 'linked' and "
             "receiver = 'r5' and (due_at is not null or sent_at is not null or "
             "failed_at is not null) order by queued_at desc, id limit 1"}>("outbox_of_account"),
    plan<Sql{"update outbox set failure = 'superseded' where account = 'a5' and "
             "kind = 'activation_code' and due_at is not null"}>("outbox_of_account"),
    plan<Sql{"select id from outbox where failed_at is not null and told_at is null and "
             "account is not null order by failed_at limit 5"}>("outbox_untold"),
    plan<Sql{"select count(*) from outbox where unreadable_at is not null"}>("outbox_unreadable"),
    plan<Sql{"delete from outbox where due_at is null and queued_at <= 5"}>("outbox_done"),
    plan<Sql{"select caused_at from caused_mails where cause = 'c' and by_whom = 'w5' and "
             "caused_at > 5 order by caused_at"}>("caused_mails_of"),
    plan<Sql{"delete from caused_mails where caused_at <= 5"}>("caused_mails_by_age"),
};

TEST_P(OutboxPlans, P8_12_what_is_asked_of_mails_goes_by_an_index) {
    fill();
    for (auto const& each : plans) {
        auto const how = told(each);
        EXPECT_TRUE(how.contains(each.index)) << each.sqlite.sql() << '\n' << how;
    }
}

} // namespace
} // namespace storage
