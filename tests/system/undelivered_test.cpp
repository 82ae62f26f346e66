#include "portal/upkeep/undelivered.h"
#include "system/support/stage.h"

#include <algorithm>

namespace stage {
namespace {

using namespace portal;

class Undelivered : public OnStage {
protected:
    void SetUp() override {
        change([](Records& records) {
            auto bea = storage::samples::account("bea", 7);
            bea.administrator_roles = {"beheerder"};
            foundation::ensure(records.add(bea));
        });
    }
    void fails(std::string const& account, MailFailure why) {
        auto mail = storage::samples::post(account + "@school.example");
        mail.account = storage::samples::account_id(account);
        change([&](Records& records) { records.queue(mail, now); });
        for (auto const& waiting : outbox().take_due(now, 10, MailClass::urgent).mails)
            outbox().give_up(waiting.id, why, "550", now);
    }
    std::vector<Mail> told(foundation::Instant at = now) {
        std::vector<Mail> found;
        for (auto const& waiting : outbox().take_due(at, 100, MailClass::bulk).mails)
            if (waiting.mail.kind == MailKind::mail_undelivered)
                found.push_back(waiting.mail);
        return found;
    }
};
ON_BOTH_DATABASES(Undelivered);

TEST_P(Undelivered, P2_16_a_refusal_stands_in_the_journal_and_the_administrator_is_mailed_once) {
    fails("anna", MailFailure::unknown_receiver);
    EXPECT_TRUE(upkeep::tell_of_undelivered(archive(), now).empty());
    upkeep::tell_of_undelivered(archive(), now);
    auto const about = kinds_about(storage::samples::account_id());
    EXPECT_EQ(std::ranges::count(about, std::string{"mail undelivered"}), 1);
    auto const mails = told();
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].address, "anna7@school.example") << "bea's";
    EXPECT_EQ(mails[0].failure, MailFailure::unknown_receiver);
}

TEST_P(Undelivered, P2_16_what_waits_or_left_is_told_to_nobody) {
    auto mail = storage::samples::post("anna@school.example");
    mail.account = storage::samples::account_id();
    change([&](Records& records) { records.queue(mail, now); });
    upkeep::tell_of_undelivered(archive(), now);
    auto const id = outbox().take_due(now, 10, MailClass::urgent).mails.at(0).id;
    outbox().put_off(id, now, "451");
    upkeep::tell_of_undelivered(archive(), now);
    outbox().mark_sent(id, now);
    upkeep::tell_of_undelivered(archive(), now);
    EXPECT_TRUE(told().empty());
    EXPECT_TRUE(kinds_about(storage::samples::account_id()).empty());
}

TEST_P(Undelivered, P2_16_an_account_that_cannot_be_read_keeps_no_other_from_being_told) {
    fails("bea", MailFailure::unwanted);
    fails("anna", MailFailure::unwanted);
    sql("update accounts set language = 'nl', staff_roles = 'of-a-newer-version' "
        "where id = 'bea'");
    EXPECT_EQ(upkeep::tell_of_undelivered(archive(), now).size(), 1U);
    EXPECT_EQ(kinds_about(storage::samples::account_id()),
              std::vector<std::string>{"mail undelivered"});
    EXPECT_TRUE(upkeep::tell_of_undelivered(archive(), now).empty());
}

TEST_P(Undelivered, P2_16_an_ended_administrator_is_not_told_by_a_node_whose_clock_is_behind) {
    fails("anna", MailFailure::unwanted);
    auto const clock = std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
    change([&](Records& records) {
        auto bea = records.account_for_change(storage::samples::account_id("bea")).value();
        bea.ended_at = clock - 1min;
        records.save(bea);
    });
    auto node = another_node(storage::Moments::database);
    EXPECT_TRUE(upkeep::tell_of_undelivered(*node.archive, clock - 1h).empty());
    EXPECT_EQ(kinds_about(storage::samples::account_id()),
              std::vector<std::string>{"mail undelivered"});
    EXPECT_TRUE(told(clock + 24h).empty());
}

TEST_P(Undelivered, P2_16_a_fault_elsewhere_marks_nothing_told_without_a_journal_entry) {
    fails("anna", MailFailure::unwanted);
    sql("alter table journal rename to journal_away");
    EXPECT_THROW(upkeep::tell_of_undelivered(archive(), now), foundation::Fault);
    sql("alter table journal_away rename to journal");
    EXPECT_TRUE(upkeep::tell_of_undelivered(archive(), now).empty());
    EXPECT_EQ(kinds_about(storage::samples::account_id()),
              std::vector<std::string>{"mail undelivered"});
}

TEST_P(Undelivered, P2_16_an_id_that_is_none_and_an_account_that_is_gone_keep_no_other_from_it) {
    fails("anna", MailFailure::unwanted);
    sql("update outbox set account = 'not an id!', failed_at = failed_at - 2");
    fails("bea", MailFailure::unwanted);
    sql("update outbox set account = 'nobody', failed_at = failed_at - 1 where account = 'bea'");
    fails("anna", MailFailure::unwanted);
    EXPECT_EQ(upkeep::tell_of_undelivered(archive(), now).size(), 2U) << "both are named";
    EXPECT_EQ(kinds_about(storage::samples::account_id()),
              std::vector<std::string>{"mail undelivered"});
    EXPECT_TRUE(upkeep::tell_of_undelivered(archive(), now).empty());
}

TEST_P(Undelivered, P2_16_the_mail_names_which_mail_it_was_and_skips_the_address_that_failed) {
    fails("bea", MailFailure::unwanted);
    upkeep::tell_of_undelivered(archive(), now);
    EXPECT_TRUE(told().empty()) << "bea's own address takes no mail, and there is nobody else";
    EXPECT_EQ(kinds_about(storage::samples::account_id("bea")),
              std::vector<std::string>{"mail undelivered"});
    fails("anna", MailFailure::unwanted);
    upkeep::tell_of_undelivered(archive(), now);
    auto const mails = told();
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].undelivered, MailKind::activation_code);
}

TEST_P(Undelivered, P2_16_a_code_to_a_new_address_of_the_user_is_told_on_the_users_page_alone) {
    auto mail = storage::samples::post("new@elders.example");
    mail.account = storage::samples::account_id();
    mail.mail.kind = MailKind::address_code;
    change([&](Records& records) { records.queue(mail, now); });
    outbox().give_up(outbox().take_due(now, 10, MailClass::urgent).mails.at(0).id,
                     MailFailure::unknown_receiver, "550", now);
    upkeep::tell_of_undelivered(archive(), now);
    EXPECT_TRUE(told().empty());
    EXPECT_EQ(look([](Records& records) {
                  return records
                      .fate_of(storage::samples::account_id(), "NEW@elders.example",
                               MailKind::address_code)
                      ->state;
              }),
              MailFate::State::refused);
}

TEST_P(Undelivered, P2_16_of_a_kind_or_reason_of_another_version_it_is_told_all_the_same) {
    fails("anna", MailFailure::unwanted);
    sql("update outbox set kind = 'of_a_newer_version', failure_kind = 'of_a_newer_version'");
    EXPECT_TRUE(upkeep::tell_of_undelivered(archive(), now).empty());
    auto const mails = told();
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_FALSE(mails[0].failure);
    EXPECT_FALSE(mails[0].undelivered);
}

} // namespace
} // namespace stage
