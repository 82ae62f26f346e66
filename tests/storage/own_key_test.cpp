#include "storage/own_key.h"

#include "foundation/fault.h"
#include "storage/migrate.h"
#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;

/// P8.14: a program with another key than the database's does not start.
class OwnKey : public OnTheArchive {
protected:
    static foundation::MasterKey const& foreign() {
        static auto const other = foundation::MasterKey::parse(std::string(64, '8')).value();
        return other;
    }
    KeyVerdict verdict(foundation::MasterKey const& one) {
        auto looking = driver::Transaction{database(), driver::Access::reading};
        return verdict_on(one, looking);
    }
    std::string complaint(foundation::MasterKey const& one) {
        try {
            settle_key(database(), one);
            return "";
        } catch (foundation::Fault const& fault) {
            return fault.what();
        }
    }
    void mails(int count) {
        change([&](Records& records) {
            for (int i = 0; i < count; ++i)
                records.queue(post("user" + std::to_string(i) + "@school.example"), now);
        });
    }
    /// Mails to accounts, which have left.
    void mails_have_left(unsigned accounts) {
        change([&](Records& records) {
            for (unsigned i = 0; i < accounts; ++i) {
                auto const one = account("user-" + std::to_string(i), 100 + i);
                records.add(one);
                auto mail = post(one.person.email);
                mail.account = one.id;
                records.queue(mail, now);
            }
        });
        sql("update outbox set sealed = '', due_at = null, sent_at = 1");
    }
};
ON_BOTH_DATABASES(OwnKey);

TEST_P(OwnKey, P8_14_the_first_start_keeps_by_what_the_key_is_known_and_another_key_is_told_so) {
    EXPECT_EQ(verdict(key()), KeyVerdict::unproven);
    EXPECT_EQ(complaint(key()), "");
    EXPECT_EQ(verdict(key()), KeyVerdict::own);
    EXPECT_EQ(complaint(key()), "") << "at each start after it";
    EXPECT_EQ(verdict(foreign()), KeyVerdict::foreign);
    EXPECT_TRUE(complaint(foreign()).starts_with(
        "The master key ([server] master_key) is not the one that this database was made with."));
    EXPECT_THROW(refuse_foreign_key(database(), foreign()), foundation::Fault);
    EXPECT_NO_THROW(refuse_foreign_key(database(), key()));
    EXPECT_EQ(verdict(key()), KeyVerdict::own) << "nothing was written over";
}

TEST_P(OwnKey, P8_14_before_there_is_a_check_value_a_key_is_proved_by_what_was_sealed) {
    mails(3);
    EXPECT_NE(complaint(foreign()), "");
    EXPECT_EQ(verdict(key()), KeyVerdict::own);
    EXPECT_EQ(complaint(key()), "");
}

TEST_P(OwnKey, P8_14_one_damaged_row_proves_nothing_against_a_key) {
    mails(3);
    sql("update outbox set sealed = 'AAAA' where id = (select min(id) from outbox)");
    EXPECT_EQ(verdict(key()), KeyVerdict::own);
    EXPECT_EQ(verdict(foreign()), KeyVerdict::foreign);
}

TEST_P(OwnKey, P8_14_when_all_mail_has_left_the_addresses_it_went_to_prove_the_key) {
    mails_have_left(3);
    EXPECT_EQ(verdict(key()), KeyVerdict::own);
    EXPECT_EQ(verdict(foreign()), KeyVerdict::foreign);
    sql("update accounts set email = 'new' || email where id <> 'user-0'");
    EXPECT_EQ(verdict(key()), KeyVerdict::own) << "one that fits is enough";
}

TEST_P(OwnKey, P8_14_an_address_that_changed_since_stops_no_start) {
    mails_have_left(1);
    sql("update accounts set email = 'new' || email");
    EXPECT_EQ(verdict(key()), KeyVerdict::unproven);
    EXPECT_EQ(complaint(key()), "");
}

TEST_P(OwnKey, P8_14_of_programs_that_start_at_once_one_keeps_it_and_all_know_it) {
    on_threads(8, [&](int) { settle_key(*open(), key()); });
    EXPECT_EQ(verdict(key()), KeyVerdict::own);
    EXPECT_EQ(verdict(foreign()), KeyVerdict::foreign);
}

TEST_P(OwnKey, P8_14_of_two_keys_that_start_at_once_one_is_refused) {
    auto refused = std::atomic{0};
    on_threads(8, [&](int program) {
        try {
            settle_key(*open(), program % 2 == 0 ? key() : foreign());
        } catch (foundation::Fault const&) {
            ++refused;
        }
    });
    EXPECT_EQ(refused, 4);
}

TEST_P(OwnKey, P8_14_an_operator_who_lost_the_key_can_go_on_with_a_new_one) {
    mails(1);
    settle_key(database(), key());
    adopt_key(database(), foreign());
    EXPECT_EQ(complaint(foreign()), "");
    EXPECT_NE(complaint(key()), "");
}

} // namespace
} // namespace storage
