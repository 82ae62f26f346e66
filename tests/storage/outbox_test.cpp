#include "storage/samples.h"

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
        return outbox().take_due(at, most);
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
    auto const last = static_cast<int>(MailKind::account_ended);
    for (int kind = 0; kind <= last; ++kind)
        change([&](Records& records) {
            auto one = post();
            one.mail.kind = static_cast<MailKind>(kind);
            records.queue(one, now + std::chrono::seconds{kind});
        });
    auto const mails = due(now + 1h, 100);
    ASSERT_EQ(mails.size(), static_cast<std::size_t>(last) + 1);
    for (int kind = 0; kind <= last; ++kind)
        EXPECT_EQ(static_cast<int>(mails[static_cast<std::size_t>(kind)].mail.kind), kind);
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

TEST_P(OutboxContract, a_leased_mail_is_nobody_elses_for_two_minutes) {
    queue("anna@school.example");
    auto const id = due().at(0).id;
    auto const other = another_node();
    EXPECT_TRUE(other.outbox->take_due(now + 2min - 1us, 10).empty());
    auto const again = other.outbox->take_due(now + 2min, 10);
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].id, id);
    EXPECT_EQ(again[0].attempts, 1);
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
    outbox().mark_failed(due().at(0).id, now + 5min, "421 try later");
    EXPECT_EQ(stored().failure, "421 try later");
    EXPECT_TRUE(due(now + 5min - 1us).empty());
    EXPECT_EQ(due(now + 5min).at(0).attempts, 1);
}

TEST_P(OutboxContract, a_mail_that_was_given_up_is_wiped_and_never_comes_again) {
    queue("anna@school.example");
    outbox().mark_failed(due().at(0).id, std::nullopt, "550 no such user");
    EXPECT_TRUE(due(now + 24h).empty());
    EXPECT_EQ(stored().sealed, "");
    EXPECT_EQ(stored().failure, "550 no such user");
}

TEST_P(OutboxContract, what_has_left_cannot_fail_afterwards) {
    queue("anna@school.example");
    auto const id = due().at(0).id;
    outbox().mark_sent(id, now);
    outbox().mark_failed(id, now, "a courier whose lease ran out");
    EXPECT_TRUE(due(now + 24h).empty());
}

TEST_P(OutboxContract, a_mail_sealed_with_another_key_is_given_up_and_holds_up_no_other) {
    queue("anna@school.example");
    sql("update outbox set sealed = 'AAAA'");
    queue("bert@school.example", now + 1s);
    auto const mails = due(now + 1s);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].mail.address, "bert@school.example");
    EXPECT_EQ(outbox().backlog().waiting, 1);
}

TEST_P(OutboxContract, the_backlog_counts_what_has_not_left) {
    EXPECT_EQ(outbox().backlog().waiting, 0);
    EXPECT_FALSE(outbox().backlog().oldest);
    queue("first@a.example");
    queue("second@a.example", now + 1s);
    EXPECT_EQ(outbox().backlog().waiting, 2);
    EXPECT_EQ(outbox().backlog().oldest, now);
    outbox().mark_sent(due(now).at(0).id, now);
    EXPECT_EQ(outbox().backlog().waiting, 1);
    EXPECT_EQ(outbox().backlog().oldest, now + 1s);
}

} // namespace
} // namespace storage
