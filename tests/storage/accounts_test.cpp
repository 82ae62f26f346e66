#include "storage/samples.h"

#include <atomic>

namespace storage {
namespace {

using namespace portal;
using namespace samples;

class Accounts : public OnTheArchive {};
ON_BOTH_DATABASES(Accounts);

void expect_same(Account const& kept, Account const& given) {
    EXPECT_EQ(kept.id, given.id);
    EXPECT_EQ(kept.organisation, given.organisation);
    EXPECT_EQ(kept.username, given.username);
    EXPECT_EQ(kept.person, given.person);
    EXPECT_EQ(kept.administrator_roles, given.administrator_roles);
    EXPECT_EQ(kept.staff_roles, given.staff_roles);
    EXPECT_EQ(kept.registered_by, given.registered_by);
    EXPECT_EQ(kept.registered_at, given.registered_at);
    EXPECT_EQ(kept.letter_serial, given.letter_serial);
    EXPECT_EQ(kept.letter_made_at, given.letter_made_at);
    EXPECT_EQ(kept.letter_handed_over_on, given.letter_handed_over_on);
    EXPECT_EQ(kept.revocation_digest, given.revocation_digest);
    EXPECT_EQ(kept.code_requested_at, given.code_requested_at);
    EXPECT_EQ(kept.code_last_sent_at, given.code_last_sent_at);
    EXPECT_EQ(kept.attempts, given.attempts);
    EXPECT_EQ(kept.ended_at, given.ended_at);
    EXPECT_EQ(kept.agreed_terms, given.agreed_terms);
    ASSERT_EQ(kept.code.has_value(), given.code.has_value());
    if (given.code) {
        EXPECT_EQ(kept.code->digest, given.code->digest);
        EXPECT_EQ(kept.code->sent_at, given.code->sent_at);
    }
    ASSERT_EQ(kept.link.has_value(), given.link.has_value());
    if (given.link) {
        EXPECT_EQ(kept.link->identity, given.link->identity);
        EXPECT_EQ(kept.link->linked_at, given.link->linked_at);
        EXPECT_EQ(kept.link->level, given.link->level);
        EXPECT_EQ(kept.link->last_sign_in_at, given.link->last_sign_in_at);
    }
}

TEST_P(Accounts, come_back_as_they_were_added) {
    auto const full = full_account();
    EXPECT_TRUE(change([&](Records& records) { return records.add(full); }));
    look([&](Records& records) {
        expect_same(records.account(full.id).value(), full);
        EXPECT_EQ(records.account(full.id)->version, full.version);
        expect_same(records.account(account_id()).value(), account());
    });
}

TEST_P(Accounts, come_back_as_they_were_saved_one_version_on) {
    auto changed = full_account("anna", 1);
    change([&](Records& records) { records.save(changed); });
    look([&](Records& records) {
        expect_same(records.account(changed.id).value(), changed);
        EXPECT_EQ(records.account(changed.id)->version, 1);
    });
    auto const plain = account();
    change([&](Records& records) { records.save(plain); });
    look([&](Records& records) {
        expect_same(records.account(plain.id).value(), plain);
        EXPECT_EQ(records.account(plain.id)->version, 2);
    });
}

TEST_P(Accounts, P3_4_a_sign_in_keeps_its_moment_one_version_on_and_nothing_else) {
    auto kept = full_account("anna", 1);
    change([&](Records& records) { records.save(kept); });
    auto const before = look([&](Records& records) { return *records.account(kept.id); });
    auto given = before;
    given.link->last_sign_in_at = *before.link->last_sign_in_at + std::chrono::seconds{1};
    given.person.name = "Somebody Else";
    given.administrator_roles.clear();
    change([&](Records& records) { records.save_sign_in(given); });
    look([&](Records& records) {
        auto expected = before;
        expected.link->last_sign_in_at = given.link->last_sign_in_at;
        expect_same(records.account(kept.id).value(), expected);
        EXPECT_EQ(records.account(kept.id)->version, before.version + 1);
    });
}

TEST_P(Accounts, are_found_by_id_username_and_revocation_code) {
    auto const full = full_account();
    change([&](Records& records) {
        records.add(full);
        EXPECT_EQ(records.account_for_change(full.id)->id, full.id);
        EXPECT_EQ(records.account_named_for_change(full.username)->id, full.id);
        EXPECT_EQ(records.account_with_revocation_for_change(full.revocation_digest)->id, full.id);
        EXPECT_FALSE(records.account_for_change(account_id("nobody")));
        EXPECT_FALSE(records.account_named_for_change(username(99)));
        EXPECT_FALSE(records.account_with_revocation_for_change("other"));
        EXPECT_FALSE(records.account_with_revocation_for_change(""));
    });
}

TEST_P(Accounts, a_taken_username_is_told_and_the_transaction_lives_on) {
    auto twin = account("twin", 1);
    change([&](Records& records) {
        EXPECT_FALSE(records.add(twin));
        twin.username = username(7);
        EXPECT_TRUE(records.add(twin));
    });
    look([&](Records& records) { EXPECT_TRUE(records.account(twin.id)); });
}

TEST_P(Accounts, P2_12_the_database_refuses_an_identity_a_second_account_of_an_organisation) {
    auto other = account("bert", 2);
    change([&](Records& records) {
        auto anna = account();
        anna.link = link();
        records.save(anna);
        records.add(other);
    });
    other.link = link();
    EXPECT_THROW(change([&](Records& records) { records.save(other); }), foundation::Fault);
    EXPECT_THROW(change([&](Records& records) {
                     auto third = account("carla", 3);
                     third.link = link();
                     records.add(third);
                 }),
                 foundation::Fault);
}

TEST_P(Accounts, P2_12_the_same_identity_may_be_linked_in_another_organisation) {
    change([&](Records& records) {
        auto anna = account();
        anna.link = link();
        records.save(anna);
        auto sister = organisation("sister");
        records.add(sister);
        auto elsewhere = account("bert", 2, "sister");
        elsewhere.link = link();
        records.add(elsewhere);
    });
    look([&](Records& records) {
        EXPECT_EQ(records.accounts_linked_to(identity()).size(), 2U);
        EXPECT_TRUE(records.accounts_linked_to(identity("person-1", "00000001")).empty());
        EXPECT_TRUE(records.pseudonym_linked_for_another_number(identity("person-1", "00000001")));
        EXPECT_FALSE(records.pseudonym_linked_for_another_number(identity()));
    });
}

TEST_P(Accounts, an_identity_that_was_unlinked_may_be_linked_again) {
    auto anna = account();
    anna.link = link();
    change([&](Records& records) { records.save(anna); });
    anna.link.reset();
    change([&](Records& records) { records.save(anna); });
    auto bert = account("bert", 2);
    bert.link = link();
    EXPECT_TRUE(change([&](Records& records) { return records.add(bert); }));
    look([&](Records& records) { EXPECT_EQ(records.accounts_linked_to(identity()).size(), 1U); });
}

TEST_P(Accounts, the_links_that_were_are_kept_once_each) {
    auto anna = account();
    anna.link = link();
    change([&](Records& records) { records.save(anna); });
    anna.link->last_sign_in_at = now + 1h; // the same link, used
    change([&](Records& records) { records.save(anna); });
    anna.link = link(identity("person-2")); // another link
    change([&](Records& records) { records.save(anna); });
    anna.link.reset();
    change([&](Records& records) { records.save(anna); });
    change([&](Records& records) { records.save(anna); });

    static constexpr auto former = driver::Statement{
        "select number, pseudonym, last_sign_in_at from former_links order by number"};
    auto transaction = driver::Transaction{database(), driver::Access::reading};
    auto const rows = transaction.query(former);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].text(1), "person-1");
    EXPECT_EQ(rows[0].instant(2), now + 1h);
    EXPECT_EQ(rows[1].integer(0), 2);
    EXPECT_EQ(rows[1].text(1), "person-2");
}

TEST_P(Accounts, a_notice_is_given_once) {
    change([&](Records& records) {
        EXPECT_TRUE(records.remember_notice(account_id(), "lapses-in-30-days"));
        EXPECT_FALSE(records.remember_notice(account_id(), "lapses-in-30-days"));
        EXPECT_TRUE(records.remember_notice(account_id(), "lapses-in-7-days"));
    });
}

TEST_P(Accounts, what_a_work_that_throws_did_never_happened) {
    EXPECT_THROW(change([&](Records& records) {
                     records.add(account("bert", 2));
                     throw foundation::Fault{"the world failed"};
                 }),
                 foundation::Fault);
    look([&](Records& records) { EXPECT_FALSE(records.account(account_id("bert"))); });
}

} // namespace
} // namespace storage
