#include "foundation/text.h"
#include "storage/samples.h"

#include <set>

namespace storage {
namespace {

using namespace portal;
using namespace samples;

class OutboxContract : public OnTheArchive {
protected:
    void queue(std::string const& address, foundation::Instant at = now) {
        change([&](Records& records) { records.queue(post(address), at); });
    }
    std::vector<WaitingMail> due(foundation::Instant at = now, int most = 10) {
        return outbox().take_due(at, most, MailClass::bulk).mails;
    }
    void queue(MailKind kind, foundation::Instant at = now) {
        auto one = post();
        one.mail.kind = kind;
        one.mail.address = std::string{name_of(kind)} + "@school.example";
        change([&](Records& records) { records.queue(one, at); });
    }
    static std::vector<MailKind> kinds(std::vector<WaitingMail> const& mails) {
        std::vector<MailKind> found;
        for (auto const& each : mails)
            found.push_back(each.mail.kind);
        return found;
    }
    struct Stored {
        std::string kind;
        std::string sealed;
        std::string failure;
    };
    Stored stored() {
        static constexpr auto select =
            driver::Statement{"select kind, sealed, failure from outbox"};
        auto transaction = driver::Transaction{database(), driver::Access::reading};
        auto const row = transaction.one(select).value();
        return {row.text(0), row.text(1), row.text(2)};
    }
};
ON_BOTH_DATABASES(OutboxContract);

TEST_P(OutboxContract, a_mail_comes_out_as_it_went_in) {
    queue("anna@school.example");
    auto const mails = due();
    ASSERT_EQ(mails.size(), 1U);
    auto const& mail = mails[0].mail;
    auto const expected = post("anna@school.example");
    EXPECT_EQ(mail.kind, expected.mail.kind);
    EXPECT_EQ(mail.language, expected.mail.language);
    EXPECT_EQ(mail.address, expected.mail.address);
    EXPECT_EQ(mail.name, expected.mail.name);
    EXPECT_EQ(mail.organisation, expected.mail.organisation);
    EXPECT_EQ(mail.other_person, expected.mail.other_person);
    EXPECT_EQ(mail.code, expected.mail.code);
    EXPECT_EQ(mail.moment, expected.mail.moment);
    EXPECT_EQ(mail.number, expected.mail.number);
    EXPECT_EQ(mails[0].attempts, 0);
    EXPECT_EQ(mails[0].queued_at, now);
    EXPECT_EQ(mails[0].useless_after, expected.useless_after);
}

TEST_P(OutboxContract, a_mail_without_moments_comes_out_without) {
    auto plain = post();
    plain.mail.moment.reset();
    plain.useless_after.reset();
    change([&](Records& records) { records.queue(plain, now); });
    auto const mails = due();
    EXPECT_FALSE(mails.at(0).mail.moment);
    EXPECT_FALSE(mails.at(0).useless_after);
}

TEST_P(OutboxContract, every_kind_of_mail_can_wait) {
    ASSERT_GE(every_mail_kind().size(), 20U);
    std::multiset<MailKind> expected;
    for (auto const kind : every_mail_kind()) {
        queue(kind);
        expected.insert(kind);
    }
    auto const found = kinds(due(now + 1h, 100));
    EXPECT_EQ(std::multiset<MailKind>(found.begin(), found.end()), expected);
}

TEST_P(OutboxContract, P8_12_codes_leave_before_notices_and_bulk_comes_last) {
    queue(MailKind::link_lapses_soon);
    queue(MailKind::linked, now + 1s);
    queue(MailKind::unlinked, now + 2s);
    queue(MailKind::activation_code, now + 3s);
    EXPECT_EQ(kinds(due(now + 1h)), (std::vector{MailKind::unlinked, MailKind::activation_code,
                                                 MailKind::linked, MailKind::link_lapses_soon}));
}

TEST_P(OutboxContract, P8_12_a_courier_of_urgent_mail_takes_nothing_else) {
    queue(MailKind::linked);
    queue(MailKind::activation_code, now + 1s);
    auto const taken = outbox().take_due(now + 1h, 10, MailClass::urgent).mails;
    EXPECT_EQ(kinds(taken), std::vector{MailKind::activation_code});
    EXPECT_EQ(kinds(due(now + 1h)), std::vector{MailKind::linked});
}

TEST_P(OutboxContract, P8_12_bulk_leaves_within_its_budget_a_minute_on_all_nodes_together) {
    constexpr auto more = bulk_a_minute + 30;
    change([](Records& records) {
        auto one = post();
        one.mail.kind = MailKind::link_lapses_soon;
        for (int i = 0; i < more; ++i)
            records.queue(one, now);
    });
    auto const other = another_node();
    EXPECT_EQ(due(now, 50).size(), 50U);
    EXPECT_EQ(other.outbox->take_due(now + 59s, 1000, MailClass::bulk).mails.size(),
              bulk_a_minute - 50U);
    EXPECT_TRUE(due(now + 59s, 1000).empty());
    queue(MailKind::activation_code);
    EXPECT_EQ(due(now + 59s, 1000).size(), 1U) << "the budget is for bulk alone";
    EXPECT_EQ(due(now + 60s, 1000).size(), 30U);
}

TEST_P(OutboxContract, P8_12_the_backlog_counts_each_class) {
    queue(MailKind::link_lapses_soon);
    queue(MailKind::link_lapsed);
    queue(MailKind::activation_code);
    auto const waiting = outbox().backlog(now).waiting;
    EXPECT_EQ(waiting, (std::map<MailClass, int>{
                           {MailClass::urgent, 1}, {MailClass::notice, 0}, {MailClass::bulk, 2}}));
}

TEST_P(OutboxContract, P2_8_the_database_holds_neither_code_nor_address_in_the_clear) {
    queue("anna@school.example");
    auto const waiting = stored();
    EXPECT_EQ(waiting.kind, "activation_code");
    EXPECT_EQ(waiting.sealed.find("ABCDEFGHJK"), std::string::npos);
    EXPECT_EQ(waiting.sealed.find("anna@"), std::string::npos);
}

TEST_P(OutboxContract, of_a_work_that_throws_no_mail_is_sent) {
    EXPECT_THROW(change([](Records& records) {
                     records.queue(post(), now);
                     throw foundation::Fault{"the world failed"};
                 }),
                 foundation::Fault);
    EXPECT_TRUE(due().empty());
}

TEST_P(OutboxContract, mails_come_oldest_first_and_no_more_than_asked) {
    queue("second@a.example", now + 1s);
    queue("first@a.example");
    queue("later@a.example", now + 1h);
    auto const mails = due(now + 1s, 1);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].mail.address, "first@a.example");
    auto const rest = due(now + 1s);
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].mail.address, "second@a.example");
}

TEST_P(OutboxContract, a_sent_mail_is_wiped_and_never_comes_again) {
    queue("anna@school.example");
    outbox().mark_sent(due().at(0).id, now + 1s);
    EXPECT_EQ(stored().sealed, "");
    EXPECT_EQ(stored().kind, "activation_code");
    EXPECT_TRUE(due(now + 24h).empty());
}

TEST_P(OutboxContract, a_failed_mail_comes_again_at_the_moment_that_was_said) {
    queue("anna@school.example");
    auto const taken = due();
    outbox().begin(taken.at(0));
    outbox().put_off(taken.at(0).id, now + 5min, "421 try later");
    EXPECT_EQ(stored().failure, "421 try later");
    EXPECT_TRUE(due(now + 5min - 1us).empty());
    EXPECT_EQ(due(now + 5min).at(0).attempts, 1);
}

TEST_P(OutboxContract, a_mail_that_was_given_up_is_wiped_and_never_comes_again) {
    queue("anna@school.example");
    outbox().give_up(due().at(0).id, MailFailure::unknown_receiver, "550 no such user", now);
    EXPECT_TRUE(due(now + 24h).empty());
    EXPECT_EQ(stored().sealed, "");
    EXPECT_EQ(stored().failure, "550 no such user");
}

TEST_P(OutboxContract, what_has_left_cannot_fail_afterwards) {
    queue("anna@school.example");
    auto const id = due().at(0).id;
    outbox().mark_sent(id, now);
    outbox().put_off(id, now, "a courier whose lease ran out");
    outbox().give_up(id, MailFailure::no_answer, "a courier whose lease ran out", now);
    EXPECT_TRUE(due(now + 24h).empty());
}

TEST_P(OutboxContract,
       P8_12_a_mail_that_cannot_be_read_is_put_off_and_shown_and_holds_up_no_other) {
    auto const sealed_of = [&](std::string const& json) {
        foundation::SystemRandomness chance;
        return foundation::base64(key().seal("outbox", json, chance));
    };
    auto const of_a_newer_version =
        sealed_of(R"({"kind":"of_a_newer_version","language":"nl","address":"a@b.nl","name":"A",)"
                  R"("organisation":"","other_person":"","code":"","number":0})");
    for (auto const& sealed : {std::string{"AAAA"}, std::string{"no base64"}, of_a_newer_version,
                               sealed_of("{}"), sealed_of("no JSON")}) {
        SCOPED_TRACE(sealed);
        sql("delete from outbox");
        queue("anna@school.example");
        sql("update outbox set sealed = '" + sealed + "', kind = 'of_a_newer_version'");
        queue("bert@school.example", now + 1s);
        auto const taken = outbox().take_due(now + 1s, 10, MailClass::bulk);
        ASSERT_EQ(taken.mails.size(), 1U);
        EXPECT_EQ(taken.mails[0].mail.address, "bert@school.example");
        ASSERT_EQ(taken.unreadable.size(), 1U);
        EXPECT_EQ(outbox().unreadable(10), taken.unreadable);
        EXPECT_EQ(outbox().backlog(now).unreadable, 1);
        EXPECT_EQ(outbox().backlog(now).in_all(), 2);
        EXPECT_TRUE(outbox().take_due(now + 10min, 10, MailClass::bulk).unreadable.empty());
        EXPECT_EQ(outbox().take_due(now + 10min + 1s, 10, MailClass::bulk).unreadable.size(), 1U);
    }
}

TEST_P(OutboxContract, P8_12_what_becomes_readable_leaves_and_is_no_longer_shown) {
    queue("anna@school.example");
    sql("update outbox set receiver = sealed, sealed = 'AAAA'");
    EXPECT_TRUE(due().empty());
    sql("update outbox set sealed = receiver");
    EXPECT_EQ(due(now + 10min).size(), 1U);
    EXPECT_TRUE(outbox().unreadable(10).empty());
}

TEST_P(OutboxContract, the_backlog_counts_what_has_not_left) {
    EXPECT_EQ(outbox().backlog(now).in_all(), 0);
    EXPECT_TRUE(outbox().backlog(now).oldest.empty());
    queue("first@a.example");
    queue("second@a.example", now + 1s);
    EXPECT_EQ(outbox().backlog(now).in_all(), 2);
    outbox().mark_sent(due(now).at(0).id, now);
    EXPECT_EQ(outbox().backlog(now).in_all(), 1);
}

TEST_P(OutboxContract, P8_12_the_oldest_is_by_class_and_of_what_is_due_and_not_tried) {
    using Oldest = std::map<MailClass, foundation::Instant>;
    queue("first@a.example");
    queue("second@a.example", now + 1s);
    queue(MailKind::link_lapsed);
    queue(MailKind::contact_changed); // waits for more of its kind
    auto const oldest = [&](foundation::Instant at) { return outbox().backlog(at).oldest; };
    EXPECT_EQ(oldest(now), (Oldest{{MailClass::urgent, now}, {MailClass::bulk, now}}));
    outbox().put_off(due(now, 1).at(0).id, now + 1min, "451 greylisted");
    EXPECT_EQ(oldest(now + 2s), (Oldest{{MailClass::urgent, now + 1s}, {MailClass::bulk, now}}));
    EXPECT_EQ(oldest(now + 1h).at(MailClass::notice), now + Policy::gathering);
}

} // namespace
} // namespace storage
