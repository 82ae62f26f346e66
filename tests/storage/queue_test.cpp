#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;

class Queue : public OnTheArchive {
protected:
    static correspondence::Post changed(std::string const& whose,
                                        std::string address = "admin@school.example") {
        auto one = post(std::move(address));
        one.mail.kind = MailKind::contact_changed;
        one.mail.other_person = whose;
        one.useless_after.reset();
        return one;
    }
    void queue(correspondence::Post const& one, foundation::Instant at = now) {
        change([&](Records& records) { records.queue(one, at); });
    }
    std::vector<WaitingMail> due(foundation::Instant at) {
        return outbox().take_due(at, 100, MailClass::bulk).mails;
    }
    static correspondence::Post code_of_anna() {
        auto one = post("anna1@school.example");
        one.account = account_id();
        return one;
    }
    std::optional<MailFate> fate(std::string const& address = "anna1@school.example") {
        return look([&](Records& records) {
            return records.fate_of(account_id(), address, MailKind::activation_code);
        });
    }
};
ON_BOTH_DATABASES(Queue);

TEST_P(Queue, P2_17_thirty_changes_by_one_person_are_one_gathered_notice) {
    for (int i = 0; i < 30; ++i)
        queue(changed("Anna"), now + std::chrono::seconds{i});
    EXPECT_TRUE(due(now + Policy::gathering - 1us).empty());
    auto const mails = due(now + Policy::gathering);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].mail.other_person, "Anna");
    EXPECT_TRUE(mails[0].mail.also.empty());
    EXPECT_EQ(mails[0].mail.gathered, 29);
    outbox().mark_sent(mails[0].id, now + Policy::gathering);
    EXPECT_TRUE(due(now + 24h).empty());
}

TEST_P(Queue, P2_17_a_gathered_notice_names_everybody_once_and_fifty_at_most) {
    for (int i = 0; i < 60; ++i)
        queue(changed("Person " + std::to_string(i)));
    queue(changed("Person 1"));
    auto const mails = due(now + Policy::gathering);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].mail.also.size(), Policy::names_in_a_mail - 1);
    EXPECT_TRUE(mails[0].mail.and_others);
    EXPECT_EQ(mails[0].mail.gathered, 60);
}

TEST_P(Queue, P2_17_of_fifty_persons_there_are_no_others_however_often_they_come) {
    for (int i = 0; i < 100; ++i)
        queue(changed("Person " + std::to_string(i % 50)));
    auto const mails = due(now + Policy::gathering);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].mail.also.size(), 49U);
    EXPECT_FALSE(mails[0].mail.and_others);
}

TEST_P(Queue, P2_17_of_two_organisations_by_turns_each_has_one_gathered_notice) {
    for (int i = 0; i < 20; ++i) {
        auto one = changed("Person " + std::to_string(i));
        one.mail.organisation = i % 2 == 0 ? "School" : "Another";
        queue(one, now + std::chrono::seconds{i});
    }
    auto const mails = due(now + Policy::gathering + 1s);
    ASSERT_EQ(mails.size(), 2U);
    for (auto const& each : mails)
        EXPECT_EQ(each.mail.gathered, 9) << each.mail.organisation;
}

TEST_P(Queue, P2_17_two_spellings_of_one_address_are_one_receiver) {
    queue(changed("Anna", "Admin@müller.example"));
    queue(changed("Bert", "admin@xn--mller-kva.example"));
    EXPECT_EQ(due(now + Policy::gathering).size(), 1U);
}

TEST_P(Queue, P2_17_the_next_gathered_notice_comes_an_hour_after_the_one_before_it) {
    queue(changed("Anna"));
    auto const first = due(now + Policy::gathering);
    ASSERT_EQ(first.size(), 1U);
    auto const sent_at = now + Policy::gathering;
    outbox().mark_sent(first[0].id, sent_at);
    queue(changed("Bert"), sent_at + 1s);
    EXPECT_TRUE(due(sent_at + Policy::between_notices - 1us).empty());
    EXPECT_EQ(due(sent_at + Policy::between_notices).size(), 1U);
}

TEST_P(Queue, P2_17_nothing_is_gathered_across_persons_or_organisations_or_behind_a_courier) {
    queue(changed("Anna"));
    queue(changed("Anna", "other@school.example"));
    auto elsewhere = changed("Anna");
    elsewhere.mail.organisation = "Another";
    queue(elsewhere);
    queue(changed("Cem")); // back in the first organisation
    auto const taken = due(now + 2h);
    EXPECT_EQ(taken.size(), 3U);
    for (auto const& each : taken)
        EXPECT_TRUE(outbox().begin(each));
    queue(changed("Bert"), now + 2h); // they may have left with what they said
    EXPECT_EQ(due(now + 5h).size(), 4U);
}

TEST_P(Queue, P2_17_what_is_gathered_in_a_mail_that_was_taken_is_there_when_its_attempt_begins) {
    queue(changed("Anna"));
    auto const taken = due(now + 2h);
    ASSERT_EQ(taken.size(), 1U);
    queue(changed("Bert"), now + 2h);
    auto const mail = outbox().begin(taken[0]);
    ASSERT_TRUE(mail);
    EXPECT_EQ(mail->gathered, 1);
    EXPECT_EQ(mail->also, std::vector<std::string>{"Bert"});
    EXPECT_TRUE(due(now + 2h + 1min).empty()) << "there is one mail";
}

TEST_P(Queue, P8_14_another_key_wipes_nothing_where_notices_are_gathered) {
    queue(changed("Anna"));
    auto const foreign = foundation::MasterKey::parse(std::string(64, '8')).value();
    foundation::SystemRandomness chance;
    auto const elsewhere = make_archive(database(), foreign, chance, Moments::asked);
    elsewhere->change([&](Records& records) { records.queue(changed("Bert"), now - 1s); });
    sql("update outbox set (receiver, organisation) = " // as if it met what the true key sealed
        "(select receiver, organisation from outbox order by queued_at limit 1)");
    elsewhere->change([&](Records& records) { records.queue(changed("Cem"), now); });
    auto const mails = due(now + 2h);
    ASSERT_EQ(mails.size(), 1U) << "what the true key sealed";
    EXPECT_EQ(mails[0].mail.other_person, "Anna");
    EXPECT_EQ(outbox().backlog(now).unreadable, 2)
        << "and the others are kept for who can read them";
}

TEST_P(Queue, P2_17_who_asks_for_a_code_is_told_of_at_once_and_the_next_ones_are_gathered) {
    auto const asks = [&](std::string const& who) {
        auto one = changed(who);
        one.mail.kind = MailKind::code_requested;
        return one;
    };
    queue(asks("Anna"));
    auto const first = due(now);
    ASSERT_EQ(first.size(), 1U);
    EXPECT_TRUE(outbox().begin(first[0]));
    for (int i = 0; i < 5; ++i)
        queue(asks("Person " + std::to_string(i)), now + 1min);
    EXPECT_TRUE(due(now + 1min + 59s).empty());
    auto const mails = due(now + Policy::gathering);
    auto const gathered = std::ranges::count_if(
        mails, [](WaitingMail const& each) { return each.mail.gathered == 4; });
    EXPECT_EQ(gathered, 1);
}

TEST_P(Queue, P2_17_codes_are_never_gathered) {
    queue(code_of_anna());
    queue(code_of_anna());
    EXPECT_EQ(due(now).size(), 2U);
}

TEST_P(Queue, P2_16_what_became_of_the_last_code_mail_can_be_asked) {
    EXPECT_FALSE(fate());
    queue(code_of_anna());
    EXPECT_EQ(fate()->state, MailFate::State::waiting);
    EXPECT_EQ(fate()->attempts, 0);
    auto const taken = due(now);
    auto const& id = taken.at(0).id;
    EXPECT_EQ(fate()->attempts, 0) << "to be taken is no attempt";
    outbox().begin(taken.at(0));
    outbox().put_off(id, now + 1min, "451");
    EXPECT_EQ(fate()->state, MailFate::State::waiting);
    EXPECT_EQ(fate()->attempts, 1);
    outbox().give_up(id, MailFailure::unknown_receiver, "550", now + 2min);
    EXPECT_EQ(fate()->state, MailFate::State::refused);
    EXPECT_EQ(fate()->failure, MailFailure::unknown_receiver);
    EXPECT_EQ(fate()->at, now + 2min);
    EXPECT_FALSE(fate("new@school.example")) << "of another address nothing is known";
    queue(code_of_anna(), now + 3min);
    EXPECT_EQ(fate()->state, MailFate::State::waiting) << "the newest counts";
    outbox().mark_sent(due(now + 3min).at(0).id, now + 4min);
    EXPECT_EQ(fate()->state, MailFate::State::handed_over);
    EXPECT_EQ(fate()->at, now + 4min);
}

TEST_P(Queue, P2_7_a_mail_with_a_code_that_is_void_does_not_leave_and_nobody_is_told) {
    auto const keep = [](std::optional<SentCode> code) {
        return [code = std::move(code)](Records& records) {
            auto anna = records.account_for_change(account_id()).value();
            anna.code = code;
            records.save(anna);
        };
    };
    change(keep(SentCode{.digest = "first", .sent_at = now}));
    queue(code_of_anna());
    auto const held = due(now);
    ASSERT_EQ(held.size(), 1U);
    change(keep(SentCode{.digest = "first", .sent_at = now}));
    EXPECT_EQ(fate()->state, MailFate::State::waiting) << "the account was saved, not its code";
    change(keep(SentCode{.digest = "second", .sent_at = now}));
    queue(code_of_anna());
    outbox().put_off(held[0].id, now + 1min, "451"); // by a courier that had it in its hands
    auto const left = due(now + 1h);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_NE(left[0].id, held[0].id);
    change(keep(std::nullopt));
    EXPECT_TRUE(due(now + 2h).empty());
    EXPECT_FALSE(fate()) << "of a code that is no more nothing is told";
    outbox().give_up(held[0].id, MailFailure::unwanted, "550", now);
    EXPECT_TRUE(look([](Records& records) { return records.undelivered(10); }).empty());
    EXPECT_TRUE(outbox().unreadable(10).empty());
}

TEST_P(Queue, P5_1_a_mail_with_a_code_for_an_address_that_is_void_does_not_leave) {
    auto const keep = [&](std::string const& digest) {
        change([&](Records& records) {
            records.save(PendingAddress{.account = account_id(),
                                        .address = "new@school.example",
                                        .digest = digest,
                                        .sent_at = now});
        });
    };
    auto code = post("new@school.example");
    code.account = account_id();
    code.mail.kind = MailKind::address_code;
    keep("first");
    queue(code);
    keep("first"); // after a wrong code
    EXPECT_EQ(due(now).size(), 1U);
    keep("second");
    queue(code);
    EXPECT_EQ(due(now + 1h).size(), 1U);
    change([](Records& records) { records.forget_pending_address(account_id()); });
    EXPECT_TRUE(due(now + 2h).empty());
}

TEST_P(Queue, P8_9_what_became_of_a_mail_goes_after_90_days_and_a_notices_receiver_after_one) {
    queue(code_of_anna());
    queue(changed("Anna"));
    queue(post("waits@school.example")); // which nobody asks after
    for (auto const& each : due(now + 1h))
        if (each.mail.address != "waits@school.example")
            outbox().mark_sent(each.id, now + 1h);
    constexpr auto all = driver::Statement{"select id from outbox"};
    constexpr auto named = driver::Statement{"select id from outbox where receiver is not null"};
    constexpr auto of_a_school =
        driver::Statement{"select id from outbox where organisation is not null"};
    auto const count = [&](driver::Statement const& which) {
        auto reading = driver::Transaction{database(), driver::Access::reading};
        return reading.query(which).size();
    };
    EXPECT_EQ(count(named), 2U);
    auto const sweep = [&](foundation::Instant at) {
        change([&](Records& records) { records.sweep({}, at); });
    };
    sweep(now + std::chrono::days{2});
    EXPECT_EQ(count(named), 1U) << "the code's, after which its page asks";
    EXPECT_EQ(count(of_a_school), 0U);
    sweep(now + std::chrono::days{90} - 1us);
    EXPECT_EQ(count(all), 3U);
    sweep(now + std::chrono::days{90});
    EXPECT_EQ(count(all), 1U) << "what waits is never swept";
}

TEST_P(Queue, P2_16_a_mail_that_nobody_took_in_time_was_given_up_and_not_refused) {
    queue(code_of_anna());
    outbox().give_up(due(now).at(0).id, MailFailure::no_answer, "no connection", now);
    EXPECT_EQ(fate()->state, MailFate::State::given_up);
}

TEST_P(Queue, P2_16_what_did_not_arrive_is_told_once_on_all_nodes) {
    queue(code_of_anna());
    queue(changed("Anna")); // of nobody's own account
    auto const taken = due(now + 2h);
    for (auto const& each : taken)
        outbox().give_up(each.id, MailFailure::unwanted, "550", now);
    auto const untold = look([](Records& records) { return records.undelivered(10); });
    ASSERT_EQ(untold.size(), 1U);
    EXPECT_EQ(untold[0].account, account_id());
    EXPECT_EQ(untold[0].kind, "activation_code");
    EXPECT_EQ(untold[0].failure, "unwanted");
    auto const tell = [&](Records& records) { return records.mark_told(untold[0].id, now); };
    EXPECT_TRUE(change(tell));
    EXPECT_FALSE(another_node().archive->change(tell));
    EXPECT_TRUE(look([](Records& records) { return records.undelivered(10); }).empty());
}

} // namespace
} // namespace storage
