#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;
using std::chrono::year;

/// What belongs to one account: grants, marks, drafts, a pending address.
class Belongings : public OnTheArchive {};
ON_BOTH_DATABASES(Belongings);

TEST_P(Belongings, grants_come_back_as_they_were_added_oldest_first) {
    auto full = grant("grant-2");
    full.attributes = {{"bestuursnummer", "41234"}, {"brin", "99ZZ"}};
    full.until = year{2027} / 1 / 31;
    full.reason = "Vervangt \"Piet\"\nin januari";
    full.granted_at = now + 1s;
    change([&](Records& records) {
        records.add(full);
        records.add(grant("grant-1"));
    });
    look([&](Records& records) {
        auto const grants = records.grants_of(account_id());
        ASSERT_EQ(grants.size(), 2U);
        EXPECT_EQ(grants[0].id, grant("grant-1").id);
        EXPECT_FALSE(grants[0].until);
        auto const& kept = grants[1];
        EXPECT_EQ(kept.account, full.account);
        EXPECT_EQ(kept.role, full.role);
        EXPECT_EQ(kept.attributes, full.attributes);
        EXPECT_EQ(kept.from, full.from);
        EXPECT_EQ(kept.until, full.until);
        EXPECT_EQ(kept.reason, full.reason);
        EXPECT_EQ(kept.granted_by, full.granted_by);
        EXPECT_EQ(kept.granted_at, full.granted_at);
    });
}

TEST_P(Belongings, a_withdrawn_grant_is_kept_but_no_longer_the_accounts) {
    auto one = grant("grant-1");
    change([&](Records& records) {
        records.add(one);
        one.withdrawn_at = now;
        one.reason = "Vertrokken";
        records.save(one);
    });
    look([&](Records& records) {
        EXPECT_TRUE(records.grants_of(account_id()).empty());
        EXPECT_EQ(records.grant(one.id)->withdrawn_at, now);
        EXPECT_EQ(records.grant(one.id)->reason, "Vertrokken");
        EXPECT_FALSE(records.grant(grant("other").id));
    });
}

TEST_P(Belongings, P4_3_an_announcement_stays_read) {
    change([](Records& records) {
        records.mark_announcement_read(account_id(), "onderhoud", now);
        records.mark_announcement_read(account_id(), "onderhoud", now + 1h);
        records.mark_announcement_read(account_id(), "examens", now);
    });
    look([](Records& records) {
        EXPECT_EQ(records.announcements_read(account_id()),
                  (std::set<std::string>{"examens", "onderhoud"}));
        EXPECT_TRUE(records.announcements_read(account_id("bert")).empty());
    });
}

TEST_P(Belongings, P4_2_uses_of_tasks_are_counted_from_a_moment_on) {
    change([](Records& records) {
        records.add_task_use(account_id(), "rio", now);
        records.add_task_use(account_id(), "rio", now);
        records.add_task_use(account_id(), "verzuim", now - 1us);
    });
    look([](Records& records) {
        EXPECT_EQ(records.use_of(account_id(), now).starts.size(), 2U);
        auto const all = records.use_of(account_id(), now - 1h).starts;
        ASSERT_EQ(all.size(), 3U);
        EXPECT_EQ(all[0].task, "verzuim");
        EXPECT_EQ(all[1].at, now);
    });
}

TEST_P(Belongings, P4_2_the_last_choice_for_a_shortcut_holds) {
    change([](Records& records) {
        records.save(account_id(), {.task = "rio", .choice = overview::Choice::pinned});
        records.save(account_id(), {.task = "rio", .choice = overview::Choice::removed});
        records.save(account_id(), {.task = "verzuim", .choice = overview::Choice::by_use});
    });
    look([](Records& records) {
        auto const kept = records.shortcut_preferences(account_id());
        ASSERT_EQ(kept.size(), 2U);
        EXPECT_EQ(kept[0].task, "rio");
        EXPECT_EQ(kept[0].choice, overview::Choice::removed);
        EXPECT_EQ(kept[1].choice, overview::Choice::by_use);
    });
}

TEST_P(Belongings, P5_1_an_account_has_one_pending_address_the_last) {
    auto pending = PendingAddress{
        .account = account_id(), .address = "old@a.example", .digest = "x", .sent_at = now};
    change([&](Records& records) {
        EXPECT_FALSE(records.pending_address_for_change(account_id()));
        records.save(pending);
        pending.address = "new@a.example";
        pending.digest = "y";
        pending.sent_at = now + 1h;
        pending.wrong = 2;
        records.save(pending);
        auto const kept = records.pending_address_for_change(account_id()).value();
        EXPECT_EQ(kept.account, account_id());
        EXPECT_EQ(kept.address, "new@a.example");
        EXPECT_EQ(kept.digest, "y");
        EXPECT_EQ(kept.sent_at, now + 1h);
        EXPECT_EQ(kept.wrong, 2);
        records.forget_pending_address(account_id());
        EXPECT_FALSE(records.pending_address_for_change(account_id()));
    });
}

TEST_P(Belongings, P9_3_a_draft_keeps_every_sign_that_was_typed) {
    auto draft = forms::Draft{.account = account_id(),
                              .task = "contactpersoon",
                              .values = {{"naam", "Zoë \"Z\" \\ ' <b>\n€"}, {"leeg", ""}},
                              .key = "key-1",
                              .saved_at = now};
    change([&](Records& records) { records.save(draft); });
    look([&](Records& records) {
        auto const kept = records.draft(account_id(), "contactpersoon").value();
        EXPECT_EQ(kept.account, draft.account);
        EXPECT_EQ(kept.task, draft.task);
        EXPECT_EQ(kept.values, draft.values);
        EXPECT_EQ(kept.key, draft.key);
        EXPECT_EQ(kept.saved_at, draft.saved_at);
        EXPECT_FALSE(records.draft(account_id(), "another task"));
    });
    draft.values = {{"naam", "Anna"}};
    change([&](Records& records) { records.save(draft); });
    look([&](Records& records) {
        EXPECT_EQ(records.draft(account_id(), "contactpersoon")->values, draft.values);
    });
    change([](Records& records) { records.forget_draft(account_id(), "contactpersoon"); });
    look([](Records& records) { EXPECT_FALSE(records.draft(account_id(), "contactpersoon")); });
}

TEST_P(Belongings, P9_3_a_draft_that_is_sent_twice_is_one_submission) {
    auto const given = forms::Submission{.receipt = "R-1",
                                         .key = "key-1",
                                         .account = account_id(),
                                         .organisation = organisation_id(),
                                         .task = "contactpersoon",
                                         .values = {{"naam", "Zoë"}},
                                         .sent_at = now};
    change([&](Records& records) {
        EXPECT_TRUE(records.add(given));
        auto again = given;
        again.receipt = "R-2";
        EXPECT_FALSE(records.add(again));
    });
    look([&](Records& records) {
        auto const kept = records.submission("R-1").value();
        EXPECT_EQ(kept.receipt, given.receipt);
        EXPECT_EQ(kept.key, given.key);
        EXPECT_EQ(kept.account, given.account);
        EXPECT_EQ(kept.organisation, given.organisation);
        EXPECT_EQ(kept.task, given.task);
        EXPECT_EQ(kept.values, given.values);
        EXPECT_EQ(kept.sent_at, given.sent_at);
        EXPECT_FALSE(records.submission("R-2"));
    });
}

TEST_P(Belongings, P8_9_the_sweep_leaves_drafts_ninety_days_and_addresses_seven) {
    auto const draft = forms::Draft{.account = account_id(),
                                    .task = "contactpersoon",
                                    .values = {},
                                    .key = "key-1",
                                    .saved_at = now};
    change([&](Records& records) {
        records.save(draft);
        records.save(PendingAddress{
            .account = account_id(), .address = "a@b.example", .digest = "x", .sent_at = now});
    });
    auto const left_after = [&](std::chrono::microseconds time) {
        return change([&](Records& records) {
            records.sweep(Policy{}, now + time);
            return std::pair{records.draft(account_id(), "contactpersoon").has_value(),
                             records.pending_address_for_change(account_id()).has_value()};
        });
    };
    EXPECT_EQ(left_after(std::chrono::days{7} - 1us), std::pair(true, true));
    EXPECT_EQ(left_after(std::chrono::days{7}), std::pair(true, false));
    EXPECT_EQ(left_after(std::chrono::days{90} - 1us), std::pair(true, false));
    EXPECT_EQ(left_after(std::chrono::days{90}), std::pair(false, false));
}

} // namespace
} // namespace storage
