#include "storage/moment.h"
#include "storage/samples.h"

#include <thread>

namespace storage {
namespace {

using namespace portal;
using namespace samples;

/// Whose a mail is, and for how long.
class OutboxLeases : public OnTheArchive {
protected:
    void queue(std::string const& address, foundation::Instant at = now) {
        change([&](Records& records) { records.queue(post(address), at); });
    }
    std::vector<WaitingMail> due(foundation::Instant at = now, int most = 10) {
        return outbox().take_due(at, most, MailClass::bulk).mails;
    }
};
ON_BOTH_DATABASES(OutboxLeases);

TEST_P(OutboxLeases, a_leased_mail_is_nobody_elses_for_two_minutes) {
    queue("anna@school.example");
    auto const id = due().at(0).id;
    auto const other = another_node();
    EXPECT_TRUE(other.outbox->take_due(now + 2min - 1us, 10, MailClass::bulk).mails.empty());
    auto const again = other.outbox->take_due(now + 2min, 10, MailClass::bulk).mails;
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].id, id);
    EXPECT_EQ(again[0].attempts, 0) << "to be taken is no attempt";
}

TEST_P(OutboxLeases, F5_an_attempt_counts_from_when_it_begins_whatever_becomes_of_the_courier) {
    queue("anna@school.example");
    ASSERT_TRUE(outbox().begin(due().at(0)));
    EXPECT_EQ(due(now + 2min).at(0).attempts, 1);
}

TEST_P(OutboxLeases, F5_what_is_given_back_is_due_as_if_nobody_had_taken_it) {
    queue("first@a.example", now - 5s);
    queue("second@a.example");
    auto const taken = due();
    outbox().give_back(taken);
    auto const again = another_node().outbox->take_due(now, 10, MailClass::bulk).mails;
    ASSERT_EQ(again.size(), 2U);
    EXPECT_EQ(again[0].mail.address, "first@a.example");
    EXPECT_EQ(again[0].due_at, now - 5s);
    EXPECT_EQ(again[0].attempts, 0);
}

TEST_P(OutboxLeases, F5_who_lost_its_lease_neither_begins_nor_gives_back) {
    queue("anna@school.example");
    auto const lost = due();
    auto const other = another_node();
    auto const held = other.outbox->take_due(now + 2min, 10, MailClass::bulk).mails;
    ASSERT_EQ(held.size(), 1U);
    EXPECT_FALSE(outbox().begin(lost.at(0)));
    outbox().give_back(lost);
    EXPECT_TRUE(due(now + 3min).empty()) << "it is leased to the other";
    EXPECT_TRUE(other.outbox->begin(held.at(0)));
}

TEST_P(OutboxLeases, F5_what_was_sent_meanwhile_is_not_begun_again) {
    queue("anna@school.example");
    auto const taken = due();
    outbox().mark_sent(taken.at(0).id, now);
    EXPECT_FALSE(outbox().begin(taken.at(0)));
    outbox().give_back(taken);
    EXPECT_TRUE(due(now + 24h).empty());
}

TEST_P(OutboxLeases, P8_12_bulk_that_is_given_back_is_in_the_budget_again) {
    change([](Records& records) {
        auto one = post();
        one.mail.kind = MailKind::link_lapses_soon;
        for (int i = 0; i < bulk_a_minute + 10; ++i)
            records.queue(one, now);
    });
    auto const taken = due(now, 1000);
    EXPECT_EQ(taken.size(), std::size_t{bulk_a_minute});
    outbox().give_back(std::span{taken}.first(5));
    EXPECT_EQ(due(now, 1000).size(), 5U);
}

TEST_P(OutboxLeases, F5_mail_is_due_and_leased_by_the_clock_of_the_database) {
    auto const real = make_outbox(database(), key(), bulk_a_minute, Moments::database);
    auto const clock = [&] {
        auto asking = driver::Transaction{database(), driver::Access::reading};
        return database_clock(asking);
    };
    auto const before = clock();
    queue("due@a.example", before);
    queue("later@a.example", before + 50s);
    auto const ahead = real->take_due(before + 60s, 10, MailClass::bulk);
    ASSERT_EQ(ahead.mails.size(), 1U) << "asked by a node a minute ahead";
    EXPECT_GE(ahead.at, before);
    EXPECT_LT(ahead.at, before + 30s);
    EXPECT_EQ(ahead.mails[0].leased_until, ahead.at + 2min);
    EXPECT_TRUE(real->take_due(before + 10min, 10, MailClass::bulk).mails.empty());
    sql("update outbox set due_at = due_at - 120000000");
    EXPECT_EQ(real->take_due(before - 10min, 10, MailClass::bulk).mails.size(), 2U)
        << "asked by a node that is behind";
}

TEST_P(OutboxLeases, the_database_tells_the_time) {
    auto const machine = [] {
        return std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
    };
    auto asking = driver::Transaction{database(), driver::Access::reading};
    auto const first = database_clock(asking);
    EXPECT_LT(std::chrono::abs(first - machine()), 5s) << "both on this machine";
    std::this_thread::sleep_for(20ms);
    EXPECT_GE(database_clock(asking) - first, 19ms) << "also within a transaction";
}

} // namespace
} // namespace storage
